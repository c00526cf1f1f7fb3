//! An Arrow C stream as columns, whichever library made it. Does not know what the columns mean.

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::types::{
    Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
};
use arrow_array::{Array, ArrayRef, ListArray, RecordBatch, StructArray};
use arrow_schema::{ArrowError, DataType, TimeUnit};
use memberferry::{Column, Excerpt, Failure, Flags, Frame, FrameError, Texts, Values};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::boundary::{Answer, refused, work};

/// Hands each batch of a stream to some work, as columns.
pub fn each_frame(
    table: &Bound<'_, PyAny>,
    mut take: impl FnMut(&Frame) -> Answer<()> + Send,
) -> PyResult<()> {
    let capsule = table.call_method0("__arrow_c_stream__")?.cast_into::<PyCapsule>()?;
    let mut batches = work(table.py(), {
        let stream = taken(&capsule)?;
        || ArrowArrayStreamReader::try_new(stream).map_err(unreadable)
    })?;
    // The stream's maker may need the interpreter to make the next batch: it takes the lock then.
    while let Some(batch) = work(table.py(), || batches.next().transpose().map_err(unreadable))? {
        work(table.py(), || take(&frame(&batch)?))?;
    }
    Ok(())
}

/// Takes the stream out of its capsule, which is left empty.
fn taken(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArrayStream> {
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: a capsule of this name holds an `ArrowArrayStream` by the PyCapsule interface of Arrow; `from_raw` moves it out, and marks
    // what is left as released, so that it is released once.
    #[expect(unsafe_code, reason = "the C stream interface of Arrow is a pointer")]
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(pointer.cast().as_ptr()) })
}

fn unreadable(error: ArrowError) -> Box<Failure> {
    refused(FrameError::Unreadable { message: error.to_string().into() })
}

fn frame(batch: &RecordBatch) -> Answer<Frame> {
    let fields = batch.schema();
    let columns = fields.fields().iter().zip(batch.columns());
    let columns = columns.filter(|(_, array)| !is_of_nothing(array.data_type()));
    let columns = columns.map(|(field, array)| column(field.name(), array)).collect::<Result<_, _>>()?;
    Ok(Frame { rows: batch.num_rows(), columns })
}

/// Whether a column has no kind, and nothing to say. Lists that are all empty are handed over as lists of nothing, whatever they are to hold.
fn is_of_nothing(kind: &DataType) -> bool {
    match kind {
        DataType::Null => true,
        DataType::List(item) | DataType::LargeList(item) => is_of_nothing(item.data_type()),
        _ => false,
    }
}

fn column(name: &str, array: &ArrayRef) -> Answer<Column> {
    let valid = array.nulls().map(|nulls| flags(nulls.iter()));
    Ok(Column { name: name.to_owned().into(), valid, values: values(name, array)? })
}

fn values(name: &str, array: &ArrayRef) -> Answer<Values> {
    Ok(match array.data_type() {
        DataType::Utf8 => texts(array.as_string::<i32>().iter()),
        DataType::LargeUtf8 => texts(array.as_string::<i64>().iter()),
        DataType::Utf8View => texts(array.as_string_view().iter()),
        DataType::Dictionary(..) => return from_dictionary(name, array),
        DataType::Boolean => Values::Flags(flags(array.as_boolean().iter().map(Option::unwrap_or_default))),
        DataType::Int8 => numbers(array.as_primitive::<Int8Type>().values()),
        DataType::Int16 => numbers(array.as_primitive::<Int16Type>().values()),
        DataType::Int32 => numbers(array.as_primitive::<Int32Type>().values()),
        DataType::Int64 => numbers(array.as_primitive::<Int64Type>().values()),
        DataType::UInt8 => numbers(array.as_primitive::<UInt8Type>().values()),
        DataType::UInt16 => numbers(array.as_primitive::<UInt16Type>().values()),
        DataType::UInt32 => numbers(array.as_primitive::<UInt32Type>().values()),
        DataType::Timestamp(TimeUnit::Second, Some(_)) => {
            instants(array.as_primitive::<TimestampSecondType>().values(), 1_000_000, 1)
        }
        DataType::Timestamp(TimeUnit::Millisecond, Some(_)) => {
            instants(array.as_primitive::<TimestampMillisecondType>().values(), 1_000, 1)
        }
        DataType::Timestamp(TimeUnit::Microsecond, Some(_)) => {
            instants(array.as_primitive::<TimestampMicrosecondType>().values(), 1, 1)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, Some(_)) => {
            instants(array.as_primitive::<TimestampNanosecondType>().values(), 1, 1_000)
        }
        DataType::List(_) => {
            let list = array.as_list::<i32>();
            listed(name, list.offsets().iter().map(|offset| i64::from(*offset)), list.values())?
        }
        DataType::LargeList(_) => {
            let list = array.as_list::<i64>();
            listed(name, list.offsets().iter().copied(), list.values())?
        }
        DataType::Map(..) => {
            let map = array.as_map();
            mapped(name, map.offsets().iter().map(|offset| i64::from(*offset)), map.entries())?
        }
        DataType::Struct(_) => Values::Record(record(array.as_struct())?),
        _ => return Err(unsupported(name, array)),
    })
}

fn record(array: &StructArray) -> Answer<Vec<Column>> {
    array.fields().iter().zip(array.columns()).map(|(field, array)| column(field.name(), array)).collect()
}

/// A list; one of records of `key` and `value`, or of pairs, is how some libraries hand over a map.
fn listed(name: &str, offsets: impl Iterator<Item = i64>, items: &ArrayRef) -> Answer<Values> {
    if let Some(entries) = items.as_struct_opt()
        && entries.column_by_name("key").is_some()
        && entries.num_columns() == 2
    {
        return mapped(name, offsets, entries);
    }
    if let Some(pairs) = items.as_list_opt::<i32>() {
        return paired(name, offsets, pairs);
    }
    Ok(Values::List {
        offsets: offsets.map(offset).collect(),
        items: Box::new(Column { name: "item".into(), ..column(name, items)? }),
    })
}

/// A map that is handed over as lists of two texts each.
fn paired(name: &str, offsets: impl Iterator<Item = i64>, pairs: &ListArray) -> Answer<Values> {
    let starts = pairs.offsets();
    let are_pairs = starts.windows(2).all(|of| matches!(of, [from, to] if to - from == 2));
    let Values::Text(known) = values(name, pairs.values())? else { return Err(unsupported(name, pairs)) };
    if !are_pairs || pairs.null_count() > 0 {
        return Err(unsupported(name, pairs));
    }
    let each = |place: i32| {
        let starts = starts.iter().take(pairs.len());
        gathered(starts.map(|start| usize::try_from(start + place).ok().and_then(|at| known.get(at))))
    };
    Ok(Values::Map { offsets: offsets.map(offset).collect(), keys: each(0), values: each(1) })
}

fn unsupported(name: &str, array: &dyn Array) -> Box<Failure> {
    let found = Excerpt::new(&array.data_type().to_string());
    refused(FrameError::Unsupported { name: Excerpt::new(name), found })
}

fn mapped(name: &str, offsets: impl Iterator<Item = i64>, entries: &StructArray) -> Answer<Values> {
    let texts = |place: usize| match entries.columns().get(place).map(|array| values(name, array)) {
        Some(Ok(Values::Text(texts))) => Ok(texts),
        Some(Err(failure)) => Err(failure),
        _ => Err(unsupported(name, entries)),
    };
    Ok(Values::Map { offsets: offsets.map(offset).collect(), keys: texts(0)?, values: texts(1)? })
}

/// The values of a dictionary, each spelled out.
fn from_dictionary(name: &str, array: &ArrayRef) -> Answer<Values> {
    let dictionary = array.as_any_dictionary();
    let Values::Text(known) = values(name, dictionary.values())? else {
        return Err(unsupported(name, array));
    };
    let keys = if dictionary.values().is_empty() { Vec::new() } else { dictionary.normalized_keys() };
    let key = |row: usize| keys.get(row).filter(|_| array.is_valid(row));
    Ok(texts((0..array.len()).map(|row| key(row).and_then(|key| known.get(*key)))))
}

fn texts<'a>(cells: impl Iterator<Item = Option<&'a str>>) -> Values {
    Values::Text(gathered(cells))
}

fn gathered<'a>(cells: impl Iterator<Item = Option<&'a str>>) -> Texts {
    let mut texts = Texts { offsets: vec![0], bytes: Vec::new() };
    for cell in cells {
        texts.bytes.extend_from_slice(cell.unwrap_or_default().as_bytes());
        texts.offsets.push(offset(i64::try_from(texts.bytes.len()).unwrap_or(i64::MAX)));
    }
    texts
}

/// An offset; one that is too large makes the column one that is damaged.
fn offset(offset: i64) -> i32 {
    i32::try_from(offset).unwrap_or(-1)
}

fn numbers<T: Copy + Into<i64>>(values: &[T]) -> Values {
    Values::Numbers(values.iter().map(|value| (*value).into()).collect())
}

fn instants(values: &[i64], times: i64, parts: i64) -> Values {
    Values::Instants(values.iter().map(|value| value.saturating_mul(times).div_euclid(parts)).collect())
}

fn flags(bits: impl Iterator<Item = bool>) -> Flags {
    let mut flags = Flags::default();
    for bit in bits {
        if flags.rows % 8 == 0 {
            flags.bytes.push(0);
        }
        if let Some(last) = flags.bytes.last_mut() {
            *last |= u8::from(bit) << (flags.rows % 8);
        }
        flags.rows += 1;
    }
    flags
}
