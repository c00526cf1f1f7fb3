//! Columns as an Arrow C stream: the library's vectors become Arrow's buffers without being copied. Does not know what the columns mean.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Int64Array, ListArray, MapArray, RecordBatch, RecordBatchOptions,
    RecordBatchReader, StringArray, StructArray, TimestampMicrosecondArray,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use memberferry::{Column, Flags, Frame, Texts, Values};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::boundary::{internal, work};

/// A stream of frames, each made when it is asked for, by the place of its first row.
pub fn stream<'py>(
    py: Python<'py>,
    _requested_schema: Option<Bound<'py, PyAny>>,
    frame_at: impl Fn(usize) -> Option<Frame> + Send + 'static,
) -> PyResult<Bound<'py, PyCapsule>> {
    let stream = work(py, || {
        let first = frame_at(0).map(batch).transpose().map_err(|_| internal())?;
        let first = first.ok_or_else(internal)?;
        let (schema, next) = (first.schema(), first.num_rows().max(1));
        let batches = Batches { frame_at: Box::new(frame_at), schema, first: Some(first), next };
        Ok(FFI_ArrowArrayStream::new(Box::new(batches)))
    })?;
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}

struct Batches {
    frame_at: Box<dyn Fn(usize) -> Option<Frame> + Send>,
    schema: SchemaRef,
    /// Made already, to know the schema.
    first: Option<RecordBatch>,
    /// The place of the first row that was not given yet.
    next: usize,
}

impl Iterator for Batches {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        // Whoever reads the stream is no Rust: a panic may not leave here.
        let made = catch_unwind(AssertUnwindSafe(|| (self.frame_at)(self.next).map(batch)));
        let made = made.unwrap_or_else(|_| Some(Err(ArrowError::ComputeError("internal".to_owned()))));
        if let Some(Ok(batch)) = &made {
            self.next += batch.num_rows().max(1);
        }
        made
    }
}

impl RecordBatchReader for Batches {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }
}

fn batch(frame: Frame) -> Result<RecordBatch, ArrowError> {
    // Without a column, nothing else says how many rows there are.
    let rows = RecordBatchOptions::new().with_row_count(Some(frame.rows));
    let (fields, columns) = arrays(frame.columns)?;
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &rows)
}

fn arrays(columns: Vec<Column>) -> Result<(Fields, Vec<ArrayRef>), ArrowError> {
    let mut fields = Vec::new();
    let mut arrays = Vec::new();
    for column in columns {
        let name = column.name.clone().into_owned();
        let array = array(column)?;
        fields.push(Field::new(name, array.data_type().clone(), true));
        arrays.push(array);
    }
    Ok((fields.into(), arrays))
}

fn array(column: Column) -> Result<ArrayRef, ArrowError> {
    let valid = column.valid.map(|valid| NullBuffer::new(bits(valid)));
    Ok(match column.values {
        Values::Text(texts) => Arc::new(strings(texts, valid)?),
        // As text, whatever it is here: a data frame takes a dictionary for a type of its own.
        Values::Dictionary { places, texts } => Arc::new(strings(texts.spelled(&places), valid)?),
        Values::Instants(values) => {
            Arc::new(TimestampMicrosecondArray::try_new(values.into(), valid)?.with_timezone("UTC"))
        }
        Values::Numbers(values) => Arc::new(Int64Array::try_new(values.into(), valid)?),
        Values::Flags(flags) => Arc::new(BooleanArray::new(bits(flags), valid)),
        Values::List { offsets, items } => {
            let items = array(*items)?;
            let field = Arc::new(Field::new("item", items.data_type().clone(), true));
            Arc::new(ListArray::try_new(field, offset_buffer(offsets), items, valid)?)
        }
        Values::Map { offsets, keys, values } => {
            let fields = Fields::from(vec![
                Field::new("key", DataType::Utf8, false),
                Field::new("value", DataType::Utf8, true),
            ]);
            let columns: Vec<ArrayRef> =
                vec![Arc::new(strings(keys, None)?), Arc::new(strings(values, None)?)];
            let entries = StructArray::try_new(fields, columns, None)?;
            let field = Arc::new(Field::new("entries", entries.data_type().clone(), false));
            Arc::new(MapArray::try_new(field, offset_buffer(offsets), entries, valid, false)?)
        }
        Values::Record(columns) => {
            let (fields, columns) = arrays(columns)?;
            Arc::new(StructArray::try_new(fields, columns, valid)?)
        }
    })
}

fn strings(texts: Texts, valid: Option<NullBuffer>) -> Result<StringArray, ArrowError> {
    StringArray::try_new(offset_buffer(texts.offsets), Buffer::from_vec(texts.bytes), valid)
}

fn offset_buffer(offsets: Vec<i32>) -> OffsetBuffer<i32> {
    OffsetBuffer::new(ScalarBuffer::from(offsets))
}

fn bits(flags: Flags) -> BooleanBuffer {
    BooleanBuffer::new(Buffer::from_vec(flags.bytes), 0, flags.rows)
}
