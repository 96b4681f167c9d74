//! Aggregates over states: the attainment, and the number of rows that cannot be evaluated.

use std::sync::{Arc, LazyLock};

use case_slo::report::wilson;
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, Float64Array, Int64Array, StringViewArray, StructArray,
};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields, Int64Type};
use datafusion::common::{Result, ScalarValue, exec_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{
    Accumulator, AggregateUDF, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature, Volatility,
};

use crate::arguments::{Argument, is_text};

/// Cases met, missed, running and not stated, and rows that cannot be evaluated.
type Counts = [i64; 5];

const PARTS: [&str; 5] = ["met", "missed", "running", "not_stated", "problems"];

/// The place of rows that cannot be evaluated among the counts.
const PROBLEMS: usize = 4;

/// The members of an attainment.
static MEMBERS: LazyLock<Fields> = LazyLock::new(|| {
    let count = |name: &str| Field::new(name, DataType::Int64, false);
    let share = |name: &str| Field::new(name, DataType::Float64, true);
    let counts = ["cases", "met", "missed", "running", "not_stated"].map(count);
    counts.into_iter().chain(["share", "low", "high"].map(share)).collect()
});

/// `slo_attainment` or `slo_problems`.
#[derive(Debug, PartialEq, Eq, Hash)]
struct StateAggregate {
    counts_problems: bool,
    signature: Signature,
}

/// The attainment over states.
pub(crate) fn attainment() -> AggregateUDF {
    AggregateUDF::new_from_impl(StateAggregate::new(false))
}

/// The number of rows that cannot be evaluated, over states.
pub(crate) fn problems() -> AggregateUDF {
    AggregateUDF::new_from_impl(StateAggregate::new(true))
}

/// The place of a state among the counts. A row without a state cannot be evaluated, like one whose state is the name of a problem.
#[inline]
fn place(state: Option<&str>) -> usize {
    match state {
        Some("met") => 0,
        Some("missed" | "overdue") => 1,
        Some("running" | "on-track" | "at-risk" | "paused") => 2,
        Some("not-stated") => 3,
        _ => PROBLEMS,
    }
}

impl StateAggregate {
    fn new(counts_problems: bool) -> Self {
        Self { counts_problems, signature: Signature::user_defined(Volatility::Immutable) }
    }

    fn called(&self) -> &'static str {
        if self.counts_problems { "slo_problems" } else { "slo_attainment" }
    }

    /// The figures of some groups.
    fn figures(&self, groups: &[Counts]) -> ArrayRef {
        let column =
            |at: usize| -> ArrayRef { Arc::new(groups.iter().map(|counts| counts[at]).collect::<Int64Array>()) };
        if self.counts_problems {
            return column(PROBLEMS);
        }
        let cases = groups.iter().map(|counts| counts[..PROBLEMS].iter().sum::<i64>()).collect::<Int64Array>();
        let met_of = |counts: &Counts| (counts[0].max(0) as u64, (counts[0] + counts[1]).max(0) as u64);
        let share = |counts: &Counts| {
            let (met, stated) = met_of(counts);
            (stated > 0).then(|| met as f64 / stated as f64)
        };
        let interval = |counts: &Counts| {
            let (met, stated) = met_of(counts);
            wilson(met, stated)
        };
        let float = |values: Vec<Option<f64>>| -> ArrayRef { Arc::new(Float64Array::from(values)) };
        let columns = vec![
            Arc::new(cases),
            column(0),
            column(1),
            column(2),
            column(3),
            float(groups.iter().map(share).collect()),
            float(groups.iter().map(|counts| interval(counts).map(|(low, _)| low)).collect()),
            float(groups.iter().map(|counts| interval(counts).map(|(_, high)| high)).collect()),
        ];
        Arc::new(StructArray::new(MEMBERS.clone(), columns, None))
    }
}

impl AggregateUDFImpl for StateAggregate {
    fn name(&self) -> &str {
        self.called()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, found: &[DataType]) -> Result<Vec<DataType>> {
        let argument = Argument { function: self.called(), place: 0, name: "state" };
        match found {
            [state] if is_text(state) => Ok(vec![DataType::Utf8View]),
            [other] => Err(argument.refuse(format!("expected a state as slo_state gives it, found {other}"))),
            _ => Err(argument.refuse(format!("expected one argument, found {}", found.len()))),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(if self.counts_problems { DataType::Int64 } else { DataType::Struct(MEMBERS.clone()) })
    }

    fn is_nullable(&self) -> bool {
        false
    }

    fn default_value(&self, _: &DataType) -> Result<ScalarValue> {
        ScalarValue::try_from_array(&self.figures(&[Counts::default()]), 0)
    }

    fn state_fields(&self, args: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let field = |part: &&str| Arc::new(Field::new(format!("{}[{part}]", args.name), DataType::Int64, false));
        Ok(PARTS.iter().map(field).collect())
    }

    fn accumulator(&self, _: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Total { of: Self::new(self.counts_problems), counts: Counts::default() }))
    }

    fn groups_accumulator_supported(&self, _: AccumulatorArgs) -> bool {
        true
    }

    fn create_groups_accumulator(&self, _: AccumulatorArgs) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(Box::new(Groups { of: Self::new(self.counts_problems), counts: Vec::new() }))
    }
}

fn states(values: &[ArrayRef]) -> Result<&StringViewArray> {
    match values.first().and_then(|states| states.as_string_view_opt()) {
        Some(states) => Ok(states),
        None => exec_err!("expected states as text"),
    }
}

/// The columns of partial counts.
fn partial(states: &[ArrayRef]) -> Result<Vec<&Int64Array>> {
    let columns: Option<Vec<_>> = states.iter().map(|column| column.as_primitive_opt::<Int64Type>()).collect();
    match columns {
        Some(columns) if columns.len() == PARTS.len() => Ok(columns),
        _ => exec_err!("expected partial counts"),
    }
}

/// The counts of all rows.
#[derive(Debug)]
struct Total {
    of: StateAggregate,
    counts: Counts,
}

impl Accumulator for Total {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        states(values)?.iter().for_each(|state| self.counts[place(state)] += 1);
        Ok(())
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        ScalarValue::try_from_array(&self.of.figures(&[self.counts]), 0)
    }

    fn size(&self) -> usize {
        size_of_val(self)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        Ok(self.counts.iter().map(|count| ScalarValue::Int64(Some(*count))).collect())
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        for (count, column) in self.counts.iter_mut().zip(partial(states)?) {
            *count += column.values().iter().sum::<i64>();
        }
        Ok(())
    }

    fn retract_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        states(values)?.iter().for_each(|state| self.counts[place(state)] -= 1);
        Ok(())
    }

    fn supports_retract_batch(&self) -> bool {
        true
    }
}

/// The counts of groups.
#[derive(Debug)]
struct Groups {
    of: StateAggregate,
    counts: Vec<Counts>,
}

/// Counts as the columns of a partial result.
fn columns(counts: &[Counts]) -> Vec<ArrayRef> {
    let column = |at: usize| -> ArrayRef { Arc::new(counts.iter().map(|counts| counts[at]).collect::<Int64Array>()) };
    (0..PARTS.len()).map(column).collect()
}

fn passes(filter: Option<&BooleanArray>, row: usize) -> bool {
    filter.is_none_or(|filter| filter.is_valid(row) && filter.value(row))
}

impl GroupsAccumulator for Groups {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        groups: &[usize],
        filter: Option<&BooleanArray>,
        total: usize,
    ) -> Result<()> {
        self.counts.resize(total, Counts::default());
        for (row, (state, group)) in states(values)?.iter().zip(groups).enumerate() {
            self.counts[*group][place(state)] += i64::from(passes(filter, row));
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        Ok(self.of.figures(&emit_to.take_needed(&mut self.counts)))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(columns(&emit_to.take_needed(&mut self.counts)))
    }

    fn merge_batch(&mut self, values: &[ArrayRef], groups: &[usize], total: usize) -> Result<()> {
        self.counts.resize(total, Counts::default());
        for (at, column) in partial(values)?.into_iter().enumerate() {
            for (count, group) in column.values().iter().zip(groups) {
                self.counts[*group][at] += count;
            }
        }
        Ok(())
    }

    fn convert_to_state(&self, values: &[ArrayRef], filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let counts = states(values)?.iter().enumerate().map(|(row, state)| {
            let mut counts = Counts::default();
            counts[place(state)] = i64::from(passes(filter, row));
            counts
        });
        Ok(columns(&counts.collect::<Vec<_>>()))
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.counts.capacity() * size_of::<Counts>()
    }
}
