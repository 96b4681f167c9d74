//! The percentile of durations by nearest rank, as in a report: a duration that occurs, whatever the order of the rows and
//! however they are spread over a cluster.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Int64Array, ListArray};
use datafusion::arrow::buffer::OffsetBuffer;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Float64Type, Int64Type};
use datafusion::common::{Result, ScalarValue, exec_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, Signature, Volatility};

use crate::arguments::Argument;

const NAME: &str = "slo_percentile";

/// Parts of a whole: a share is exact to the millionth.
const WHOLE: u128 = 1_000_000;

/// Durations that wait before they are counted.
const MOST_WAITING: usize = 1 << 14;

/// `slo_percentile`.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Percentile {
    signature: Signature,
}

/// The percentile of durations.
pub(crate) fn percentile() -> AggregateUDF {
    AggregateUDF::new_from_impl(Percentile { signature: Signature::user_defined(Volatility::Immutable) })
}

fn argument(place: usize) -> Argument {
    Argument { function: NAME, place, name: ["seconds", "share"].get(place).copied().unwrap_or("?") }
}

impl AggregateUDFImpl for Percentile {
    fn name(&self) -> &str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, found: &[DataType]) -> Result<Vec<DataType>> {
        let [seconds, share] = found else {
            return Err(argument(0).refuse(format!("expected two arguments, found {}", found.len())));
        };
        for (place, kind) in [seconds, share].into_iter().enumerate() {
            if !kind.is_numeric() && *kind != DataType::Null {
                return Err(argument(place).refuse(format!("expected a number, found {kind}")));
            }
        }
        Ok(vec![DataType::Float64, DataType::Float64])
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Float64)
    }

    fn state_fields(&self, args: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let list = |part: &str| {
            let item = Field::new_list_field(DataType::Int64, true);
            Arc::new(Field::new(format!("{}[{part}]", args.name), DataType::List(Arc::new(item)), true))
        };
        Ok(vec![list("millis"), list("counts")])
    }

    fn accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        // The second argument is the same for all rows; a part of the rows that comes from elsewhere does not have it.
        let share =
            args.exprs.get(1).and_then(|expr| expr.downcast_ref::<datafusion::physical_expr::expressions::Literal>());
        let share = share.map(|literal| literal.value().clone());
        let parts = match share {
            Some(ScalarValue::Float64(Some(share))) if (0.0..=1.0).contains(&share) => {
                (share * WHOLE as f64).round() as u128
            }
            Some(other) => return Err(argument(1).refuse(format!("expected a share from 0 to 1, found {other}"))),
            None => return Err(argument(1).refuse("expected a constant, found a column")),
        };
        Ok(Box::new(Durations { parts, counted: Vec::new(), waiting: Vec::new() }))
    }
}

/// Durations in milliseconds with the number of times that each occurs.
#[derive(Debug)]
struct Durations {
    /// The share that is asked for, in parts of [`WHOLE`].
    parts: u128,
    /// Ascending.
    counted: Vec<(i64, i64)>,
    waiting: Vec<(i64, i64)>,
}

impl Durations {
    fn add(&mut self, millis: i64, count: i64) {
        self.waiting.push((millis, count));
        // As many as there are already, so that each is moved a few times only.
        if self.waiting.len() > self.counted.len().max(MOST_WAITING) {
            self.settle();
        }
    }

    fn settle(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        self.counted.append(&mut self.waiting);
        self.counted.sort_unstable_by_key(|(millis, _)| *millis);
        self.counted.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            kept.1 += if is_same { next.1 } else { 0 };
            is_same
        });
    }

    /// The duration at the rank of the share; `None` without any.
    fn at_share(&mut self) -> Option<i64> {
        self.settle();
        let total: u128 = self.counted.iter().map(|(_, count)| count.unsigned_abs() as u128).sum();
        let rank = (total * self.parts).div_ceil(WHOLE).max(1);
        let mut seen = 0;
        let reaches = |(_, count): &&(i64, i64)| {
            seen += count.unsigned_abs() as u128;
            seen >= rank
        };
        self.counted.iter().find(reaches).map(|(millis, _)| *millis)
    }
}

impl Accumulator for Durations {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let Some(seconds) = values.first().and_then(|values| values.as_primitive_opt::<Float64Type>()) else {
            return exec_err!("{NAME}: expected seconds as numbers");
        };
        for seconds in seconds.iter().flatten().filter(|seconds| seconds.is_finite()) {
            self.add((seconds * 1_000.0).round() as i64, 1);
        }
        Ok(())
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        Ok(ScalarValue::Float64(self.at_share().map(|millis| millis as f64 / 1_000.0)))
    }

    fn size(&self) -> usize {
        size_of_val(self) + (self.counted.capacity() + self.waiting.capacity()) * size_of::<(i64, i64)>()
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.settle();
        let list = |numbers: Vec<i64>| {
            let lengths = OffsetBuffer::from_lengths([numbers.len()]);
            let item = Arc::new(Field::new_list_field(DataType::Int64, true));
            ScalarValue::List(Arc::new(ListArray::new(item, lengths, Arc::new(Int64Array::from(numbers)), None)))
        };
        let (millis, counts) = self.counted.iter().copied().unzip();
        Ok(vec![list(millis), list(counts)])
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let lists: Option<Vec<_>> = states.iter().map(|state| state.as_list_opt::<i32>()).collect();
        let Some([millis, counts]) = lists.as_deref() else { return exec_err!("{NAME}: expected partial counts") };
        for row in (0..millis.len()).filter(|row| millis.is_valid(*row)) {
            let (millis, counts) = (millis.value(row), counts.value(row));
            let (millis, counts) = (millis.as_primitive::<Int64Type>(), counts.as_primitive::<Int64Type>());
            for (millis, count) in millis.values().iter().zip(counts.values()) {
                self.add(*millis, *count);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn durations(share: f64) -> Durations {
        Durations { parts: (share * WHOLE as f64).round() as u128, counted: Vec::new(), waiting: Vec::new() }
    }

    #[test]
    fn a_percentile_is_a_duration_that_occurs() {
        for (share, expected) in [(0.5, 50), (0.9, 90), (0.95, 95), (0.07, 7), (0.0, 1), (1.0, 100)] {
            let mut all = durations(share);
            (1..=100).rev().for_each(|millis| all.add(millis, 1));
            assert_eq!(all.at_share(), Some(expected), "{share}");
        }
        assert_eq!(durations(0.5).at_share(), None);
    }

    #[test]
    fn parts_merge_to_the_whole_in_any_order() -> Result<()> {
        let number = |i: i64| i * i % 9_973;
        let (mut whole, mut merged) = (durations(0.9), durations(0.9));
        for part in [2, 0, 1] {
            let mut some = durations(0.9);
            (0..60_000).filter(|i| i % 3 == part).for_each(|i| some.add(number(i), 1));
            let states = some.state()?.iter().map(|state| state.to_array()).collect::<Result<Vec<_>>>()?;
            merged.merge_batch(&states)?;
        }
        (0..60_000).for_each(|i| whole.add(number(i), 1));
        assert_eq!(merged.at_share(), whole.at_share());
        assert_eq!(merged.counted, whole.counted);
        assert!(merged.size() < 1 << 20, "{}", merged.size());
        Ok(())
    }
}
