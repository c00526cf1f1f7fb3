//! The addon that the package `@memberferry/node` is built on: the three functions of `memberferry-js`, each at once and on the thread pool.
//! It knows no rule of the domain, no default and no message. A panic is caught where the work is done: it would end Node.

use memberferry_js as boundary;
use napi::bindgen_prelude::{AsyncTask, Buffer, ClassInstance, Env, Error, Result, Status, Task, Uint8Array};
use napi_derive::napi;

/// Something that stays in Rust.
#[napi]
pub struct Handle {
    /// Absent once it was let go of.
    held: Option<boundary::Handle>,
}

#[napi]
impl Handle {
    /// Lets go of it, sooner than the garbage collector would.
    #[napi(catch_unwind)]
    pub fn free(&mut self) {
        self.held = None;
    }

    /// About how many bytes it takes, outside of JavaScript's memory.
    #[napi(getter, catch_unwind)]
    pub fn weight(&self) -> f64 {
        let weight = self.held.as_ref().map(boundary::Handle::weight).unwrap_or_default();
        u32::try_from(weight >> 10).map_or(f64::INFINITY, |kibibytes| f64::from(kibibytes) * 1024.0)
    }
}

/// What a call was lent, as handles of its own. One that was let go of is none.
fn lent(handles: &[ClassInstance<'_, Handle>]) -> Vec<boundary::Handle> {
    handles.iter().filter_map(|handle| handle.held.clone()).collect()
}

/// A failure is thrown as its JSON.
fn thrown<T>(done: std::result::Result<T, Box<boundary::Failure>>) -> Result<T> {
    done.map_err(|failure| {
        let json = String::from_utf8_lossy(&boundary::failure_json(&failure)).into_owned();
        Error::new(Status::GenericFailure, json)
    })
}

/// The names of the operations, sorted.
#[napi(catch_unwind)]
pub fn operations() -> Vec<&'static str> {
    boundary::operations()
}

/// The reply of an operation.
#[napi(catch_unwind)]
pub fn call(name: String, request: &[u8], handles: Vec<ClassInstance<'_, Handle>>) -> Buffer {
    boundary::call(&name, request, &lent(&handles)).into()
}

/// Makes something that stays in Rust.
#[napi(catch_unwind)]
pub fn make(name: String, argument: &[u8], handles: Vec<ClassInstance<'_, Handle>>) -> Result<Handle> {
    thrown(boundary::make(&name, argument, &lent(&handles))).map(|held| Handle { held: Some(held) })
}

/// Asks something of what stays in Rust.
#[napi(catch_unwind)]
pub fn ask(name: String, argument: &[u8], handles: Vec<ClassInstance<'_, Handle>>) -> Result<Buffer> {
    thrown(boundary::ask(&name, argument, &lent(&handles))).map(Buffer::from)
}

/// Work for the thread pool.
pub struct Work {
    name: String,
    argument: Uint8Array,
    lent: Vec<boundary::Handle>,
}

impl Work {
    fn task(name: String, argument: Uint8Array, handles: &[ClassInstance<'_, Handle>]) -> Self {
        Work { name, argument, lent: lent(handles) }
    }
}

macro_rules! tasks {
    ($($name:ident: $work:expr => $answer:ty, $value:ty, $give:expr;)*) => {
        $(
            #[doc = concat!("`", stringify!($name), "` on the thread pool.")]
            pub struct $name(Work);

            impl Task for $name {
                type Output = $answer;
                type JsValue = $value;

                fn compute(&mut self) -> Result<$answer> {
                    // The boundary catches what panics: nothing of napi does, here.
                    $work(&self.0)
                }

                fn resolve(&mut self, _: Env, answer: $answer) -> Result<$value> {
                    $give(answer)
                }
            }
        )*
    };
}

tasks! {
    CallTask: |work: &Work| Ok(boundary::call(&work.name, &work.argument, &work.lent)) =>
        Vec<u8>, Buffer, |reply: Vec<u8>| Ok(reply.into());
    MakeTask: |work: &Work| thrown(boundary::make(&work.name, &work.argument, &work.lent)) =>
        boundary::Handle, Handle, |held| Ok(Handle { held: Some(held) });
    AskTask: |work: &Work| thrown(boundary::ask(&work.name, &work.argument, &work.lent)) =>
        Vec<u8>, Buffer, |answer: Vec<u8>| Ok(answer.into());
}

/// The reply of an operation, found on the thread pool.
#[napi(catch_unwind, ts_return_type = "Promise<Buffer>")]
pub fn call_async(
    name: String,
    request: Uint8Array,
    handles: Vec<ClassInstance<'_, Handle>>,
) -> AsyncTask<CallTask> {
    AsyncTask::new(CallTask(Work::task(name, request, &handles)))
}

/// Makes something that stays in Rust, on the thread pool.
#[napi(catch_unwind, ts_return_type = "Promise<Handle>")]
pub fn make_async(
    name: String,
    argument: Uint8Array,
    handles: Vec<ClassInstance<'_, Handle>>,
) -> AsyncTask<MakeTask> {
    AsyncTask::new(MakeTask(Work::task(name, argument, &handles)))
}

/// Asks something of what stays in Rust, on the thread pool.
#[napi(catch_unwind, ts_return_type = "Promise<Buffer>")]
pub fn ask_async(
    name: String,
    argument: Uint8Array,
    handles: Vec<ClassInstance<'_, Handle>>,
) -> AsyncTask<AskTask> {
    AsyncTask::new(AskTask(Work::task(name, argument, &handles)))
}
