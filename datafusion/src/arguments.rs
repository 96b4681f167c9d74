//! The arguments of functions: their types, and their values as a batch holds them.

use std::sync::Arc;

use case_slo::{ErrorCode, Instant};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, make_array};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::datatypes::{
    DataType, TimeUnit, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType,
};
use datafusion::common::{DataFusionError, HashMap, Result, ScalarValue};
use datafusion::logical_expr::ColumnarValue;

/// The place of no value.
pub(crate) const NONE: u32 = u32::MAX;

/// An argument of a function, for messages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Argument {
    pub function: &'static str,
    /// From 0.
    pub place: usize,
    pub name: &'static str,
}

impl Argument {
    /// An error that names the function and the argument.
    pub fn refuse(self, message: impl std::fmt::Display) -> DataFusionError {
        let Self { function, place, name } = self;
        DataFusionError::Plan(format!("{function}: argument {} ({name}): {message}", place + 1))
    }

    /// Refuses a type that is not text.
    pub fn require_text(self, kind: &DataType) -> Result<()> {
        if is_text(kind) { Ok(()) } else { Err(self.refuse(format!("expected text, found {kind}"))) }
    }

    /// Refuses a type that is neither an instant nor text.
    pub fn require_instant(self, kind: &DataType) -> Result<()> {
        match kind {
            DataType::Timestamp(_, Some(_)) => Ok(()),
            DataType::Timestamp(_, None) => Err(self.refuse(
                "expected a timestamp with a zone, found one without; \
                 \"AT TIME ZONE 'America/Toronto'\" behind it says in which zone its clock runs",
            )),
            kind if is_text(kind) => Ok(()),
            kind => Err(self.refuse(format!("expected a timestamp with a zone, found {kind}"))),
        }
    }

    /// A text that has to be the same for all rows.
    pub fn constant(self, value: &ColumnarValue) -> Result<String> {
        match value {
            ColumnarValue::Scalar(scalar) => match text_of(scalar) {
                Some(text) => Ok(text.to_owned()),
                None => Err(self.refuse(format!("expected a text, found {scalar}"))),
            },
            ColumnarValue::Array(_) => Err(self.refuse("expected a constant, found a column")),
        }
    }

    /// Refuses a constant that is not an instant.
    pub fn require_constant_instant(self, value: Option<&ScalarValue>) -> Result<()> {
        match value.and_then(text_of) {
            Some(text) => Instant::parse(text).map(|_| ()).map_err(|error| self.refuse(error)),
            None => Ok(()),
        }
    }
}

/// Whether a type is text, or a null without a type.
pub(crate) fn is_text(kind: &DataType) -> bool {
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// The text of a constant; `None` for a null, and for anything else.
pub(crate) fn text_of(scalar: &ScalarValue) -> Option<&str> {
    scalar.try_as_str().flatten()
}

/// The texts of an array.
pub(crate) fn texts(array: &dyn Array) -> Vec<Option<&str>> {
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().iter().collect(),
        DataType::LargeUtf8 => array.as_string::<i64>().iter().collect(),
        DataType::Utf8View => array.as_string_view().iter().collect(),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let values = texts(dictionary.values());
            let keys = dictionary.normalized_keys();
            let text = |(row, key): (usize, &usize)| {
                if array.is_null(row) { None } else { values.get(*key).copied().flatten() }
            };
            keys.iter().enumerate().map(text).collect()
        }
        _ => vec![None; array.len()],
    }
}

/// A column of texts: each different value, and for each row the place of its value.
#[derive(Debug)]
pub(crate) struct Values<'a> {
    pub values: Vec<&'a str>,
    rows: Rows,
}

/// The places of the values, [`NONE`] for a null.
#[derive(Debug)]
enum Rows {
    /// The same for all rows.
    One(u32),
    Each(Vec<u32>),
}

impl Rows {
    fn each(places: Vec<u32>) -> Self {
        if let [one] = *places { Self::One(one) } else { Self::Each(places) }
    }
}

impl<'a> Values<'a> {
    pub fn of(value: &'a ColumnarValue) -> Self {
        match value {
            ColumnarValue::Scalar(scalar) => match text_of(scalar) {
                Some(text) => Self { values: vec![text], rows: Rows::One(0) },
                None => Self { values: Vec::new(), rows: Rows::One(NONE) },
            },
            ColumnarValue::Array(array) => Self::of_array(array),
        }
    }

    pub fn of_array(array: &'a ArrayRef) -> Self {
        if let DataType::Dictionary(..) = array.data_type() {
            let dictionary = array.as_any_dictionary();
            let texts = texts(dictionary.values());
            let place = |(row, key): (usize, usize)| {
                let is_none = array.is_null(row) || texts.get(key).copied().flatten().is_none();
                if is_none { NONE } else { key as u32 }
            };
            let rows = dictionary.normalized_keys().into_iter().enumerate().map(place).collect();
            return Self {
                values: texts.iter().map(|text| text.unwrap_or_default()).collect(),
                rows: Rows::each(rows),
            };
        }
        let mut values: Vec<&str> = Vec::new();
        let mut places: HashMap<&str, u32> = HashMap::new();
        // Logs are often sorted: a value is compared with the one before it first.
        let mut last = (None, NONE);
        let place = |text: Option<&'a str>| {
            let Some(found) = text else { return NONE };
            if last.0 != text {
                let place = *places.entry(found).or_insert_with(|| {
                    values.push(found);
                    values.len() as u32 - 1
                });
                last = (text, place);
            }
            last.1
        };
        let rows = match array.data_type() {
            DataType::Utf8 => array.as_string::<i32>().iter().map(place).collect(),
            DataType::LargeUtf8 => array.as_string::<i64>().iter().map(place).collect(),
            DataType::Utf8View => array.as_string_view().iter().map(place).collect(),
            _ => vec![NONE; array.len()],
        };
        Self { values, rows: Rows::each(rows) }
    }

    pub fn value(&self, place: u32) -> Option<&'a str> {
        self.values.get(place as usize).copied()
    }
}

/// The different combinations of the values of some columns.
#[derive(Debug)]
pub(crate) struct Combinations {
    /// The place of a value for each column.
    pub list: Vec<Vec<u32>>,
    /// For each row, the place of its combination; `None` if all rows have the first one.
    rows: Option<Vec<u32>>,
}

/// Most places of a table that finds combinations; a larger one is a map.
const MOST_PLACES: usize = 1 << 16;

impl Combinations {
    pub fn of(columns: &[&Values], rows: usize) -> Self {
        let mut found = Self { list: vec![Vec::new()], rows: None };
        for column in columns {
            match &column.rows {
                Rows::One(place) => found.list.iter_mut().for_each(|combination| combination.push(*place)),
                Rows::Each(places) => found.add(places, column.values.len() + 1, rows),
            }
        }
        found
    }

    /// Adds a column with so many different values, a null among them.
    fn add(&mut self, places: &[u32], values: usize, rows: usize) {
        let before = std::mem::take(&mut self.list);
        let mut list = Vec::new();
        let mut combined = self.rows.take().unwrap_or_else(|| vec![0; rows]);
        let mut add = |one: u32, other: u32| {
            list.push([&*before[one as usize], &[other]].concat());
            list.len() as u32 - 1
        };
        if before.len().saturating_mul(values) <= MOST_PLACES {
            let mut table = vec![NONE; before.len() * values];
            for (row, place) in combined.iter_mut().zip(places) {
                let at = *row as usize * values + if *place == NONE { values - 1 } else { *place as usize };
                if table[at] == NONE {
                    table[at] = add(*row, *place);
                }
                *row = table[at];
            }
        } else {
            let mut table: HashMap<(u32, u32), u32> = HashMap::new();
            for (row, place) in combined.iter_mut().zip(places) {
                let (one, other) = (*row, *place);
                *row = *table.entry((one, other)).or_insert_with(|| add(one, other));
            }
        }
        (self.list, self.rows) = (list, Some(combined));
    }

    /// The combination of a row.
    #[inline(always)]
    pub fn at(&self, row: usize) -> usize {
        self.rows.as_ref().map_or(0, |rows| rows[row] as usize)
    }
}

/// A column of instants in milliseconds since 1970, with numbers of no instant for rows without one.
#[derive(Debug)]
pub(crate) struct Instants {
    /// One for all rows, or one for each.
    millis: Vec<i64>,
}

/// There is none.
const NO_INSTANT: i64 = i64::MIN;
/// A text that is not an instant.
const INVALID: i64 = i64::MIN + 1;
/// A text without an offset.
const WITHOUT_OFFSET: i64 = i64::MIN + 2;

impl Instants {
    pub fn of(value: &ColumnarValue) -> Result<Self> {
        match value {
            ColumnarValue::Scalar(scalar) => Ok(Self { millis: millis(&scalar.to_array()?) }),
            ColumnarValue::Array(array) => Ok(Self { millis: millis(array) }),
        }
    }

    /// The instant of a row; `None` for a null.
    #[inline(always)]
    pub fn at(&self, row: usize) -> Result<Option<Instant>, &'static str> {
        let millis = match &*self.millis {
            [one] => *one,
            each => each[row],
        };
        match Instant::from_millis(millis) {
            Ok(instant) => Ok(Some(instant)),
            Err(_) => match millis {
                NO_INSTANT => Ok(None),
                INVALID => Err("invalid-instant"),
                WITHOUT_OFFSET => Err("missing-offset"),
                _ => Err("out-of-range"),
            },
        }
    }

    /// The milliseconds of a row as a number, NaN without an instant.
    pub fn numbers(&self, rows: usize) -> Vec<f64> {
        let number = |millis: i64| if millis <= WITHOUT_OFFSET { f64::NAN } else { millis as f64 };
        match &*self.millis {
            [one] => vec![number(*one); rows],
            each => each.iter().map(|millis| number(*millis)).collect(),
        }
    }
}

/// The milliseconds of the instants of an array.
fn millis(array: &ArrayRef) -> Vec<i64> {
    fn each<T: datafusion::arrow::datatypes::ArrowPrimitiveType<Native = i64>>(
        array: &ArrayRef,
        millis: impl Fn(i64) -> i64,
    ) -> Vec<i64> {
        let array = array.as_primitive::<T>();
        if array.null_count() == 0 {
            return array.values().iter().map(|value| millis(*value)).collect();
        }
        array.iter().map(|value| value.map_or(NO_INSTANT, &millis)).collect()
    }
    match array.data_type() {
        DataType::Timestamp(TimeUnit::Second, _) => each::<TimestampSecondType>(array, |s| s.saturating_mul(1_000)),
        DataType::Timestamp(TimeUnit::Millisecond, _) => each::<TimestampMillisecondType>(array, |ms| ms),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            each::<TimestampMicrosecondType>(array, |us| us.div_euclid(1_000))
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            each::<TimestampNanosecondType>(array, |ns| ns.div_euclid(1_000_000))
        }
        _ => texts(array).into_iter().map(|text| text.map_or(NO_INSTANT, read)).collect(),
    }
}

/// The milliseconds of a text.
fn read(text: &str) -> i64 {
    match Instant::parse(text) {
        Ok(instant) => instant.millis(),
        Err(error) if error.code() == ErrorCode::OutOfRange => -1,
        Err(_) if Instant::parse(&format!("{text}Z")).is_ok() => WITHOUT_OFFSET,
        Err(_) => INVALID,
    }
}

/// A column of facts or answers: a struct with a text for each, or a JSON object as text.
#[derive(Debug)]
pub(crate) enum Facts {
    /// Names and columns.
    Struct(Vec<String>, Vec<ArrayRef>),
    Json(ColumnarValue),
    None,
}

impl Facts {
    pub fn of(value: Option<&ColumnarValue>) -> Result<Self> {
        Ok(match value {
            None => Self::None,
            Some(value) if is_text(&value.data_type()) => Self::Json(value.clone()),
            Some(ColumnarValue::Scalar(scalar)) => Self::of_struct(&scalar.to_array()?),
            Some(ColumnarValue::Array(array)) => Self::of_struct(array),
        })
    }

    fn of_struct(array: &ArrayRef) -> Self {
        let array = array.as_struct();
        let names = array.column_names().into_iter().map(str::to_owned).collect();
        // Where the struct is null, so are its members.
        let member = |column: &ArrayRef| {
            let nulls = NullBuffer::union(array.nulls(), column.nulls());
            let data = column.to_data().into_builder().nulls(nulls).build();
            data.map_or_else(|_| Arc::clone(column), make_array)
        };
        Self::Struct(names, array.columns().iter().map(member).collect())
    }

    /// The columns of a struct, or that of the JSON texts.
    pub fn columns(&self) -> Vec<Values<'_>> {
        match self {
            Self::Struct(_, columns) => columns.iter().map(Values::of_array).collect(),
            Self::Json(value) => vec![Values::of(value)],
            Self::None => Vec::new(),
        }
    }

    /// The facts of a combination of values; `None` if the text is not a JSON object of texts.
    pub fn read(&self, columns: &[Values], places: &[u32]) -> Option<Vec<(String, String)>> {
        match self {
            Self::Struct(names, _) => {
                let value = |(column, place): (&Values, &u32)| column.value(*place).unwrap_or_default().to_owned();
                Some(names.iter().cloned().zip(columns.iter().zip(places).map(value)).collect())
            }
            Self::Json(_) => match columns.first()?.value(*places.first()?) {
                Some(text) => read_json(text),
                None => Some(Vec::new()),
            },
            Self::None => Some(Vec::new()),
        }
    }
}

/// The members of a JSON object of texts; a null is left out.
pub(crate) fn read_json(text: &str) -> Option<Vec<(String, String)>> {
    let object: std::collections::BTreeMap<String, Option<String>> = serde_json::from_str(text).ok()?;
    Some(object.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
}

/// The facts or answers of a constant, without those that are null; `None` if it is a text other than a JSON object of texts.
pub(crate) fn constant_facts(scalar: &ScalarValue) -> Option<Vec<(String, String)>> {
    let ScalarValue::Struct(array) = scalar else { return text_of(scalar).map_or(Some(Vec::new()), read_json) };
    let names = array.column_names().into_iter().map(str::to_owned);
    let values = array.columns().iter().map(|column| texts(column).first().copied().flatten().map(str::to_owned));
    Some(names.zip(values).filter_map(|(name, value)| Some((name, value?))).collect())
}

/// The names of the members of a type of facts; `None` if it is neither a struct of texts nor text.
pub(crate) fn fact_names(kind: &DataType) -> Option<Vec<&str>> {
    match kind {
        DataType::Struct(fields) => {
            let name = |field: &Arc<datafusion::arrow::datatypes::Field>| is_text(field.data_type());
            fields.iter().all(name).then(|| fields.iter().map(|field| field.name().as_str()).collect())
        }
        kind if is_text(kind) => Some(Vec::new()),
        _ => None,
    }
}
