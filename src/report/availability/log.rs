use case_slo_log::{Cell, Decoder, HeldRows, LogReader, Row, TextEncoding, Timestamps, Values};

use crate::Error;
use crate::calendar::{Instant, LocalTime};
use crate::report::columns::{Cells, Expected, words};
use crate::report::companions::read_both;
use crate::report::elapsed::ElapsedUnit;
use crate::report::evaluator::{Refusal, after, instant_of};
use crate::report::messages::{message, short};
use crate::report::options::DateOrder;
use crate::report::problems::ProblemCode;
use crate::report::purpose::Purpose;
use crate::report::result::ElapsedAt;
use crate::report::sheet::zone_of_header;
use crate::report::table::Table;
use crate::sorted::sort;

use super::months::{Months, first_of_month, touches};
use super::options::{AvailabilityOptions, Settings};
use super::result::{AvailabilityResult, OutageColumnsAt, ServiceAvailability};
use super::spans::{Span, Spans};

/// The largest number of services that are counted separately. Outages of any other count for all services together, and are reported as a problem.
pub const MAX_SERVICES: usize = case_slo_log::MAX_VALUES;

/// The columns of a log of outages, as options call them.
pub(super) const COLUMNS: [&str; 6] = ["service", "start", "end", "elapsed", "startTime", "endTime"];

/// Places among [`COLUMNS`].
const START: usize = 1;
const END: usize = 2;
const ELAPSED: usize = 3;
const START_TIME: usize = 4;
const END_TIME: usize = 5;

/// The places of the columns of an outage in a row, in the order of [`COLUMNS`].
type OutagePlaces = [Option<usize>; COLUMNS.len()];

/// The header and the rows of a log of outages.
type OutageTable = Table<{ COLUMNS.len() }>;

/// Headers in French and English, a line for each of [`COLUMNS`], the likeliest first, without spaces, accents and
/// capitals.
const HEADERS: &str = "\
     service servicename serviceid nomduservice nomdeservice application app system systeme component composant \
     affectedservice serviceaffecte configurationitem ci product produit offer offre platform plateforme site resource \
     ressource name nom\n\
     start startat startedat started starttime startdate startson begin begins beginat began beganat begintime begindate \
     outagestart downtimestart incidentstart from downat downsince since detectedat detected openedat opened createdat \
     created debut debutle debuta debute debutele datededebut heurededebut datedebut heuredebut dateetheurededebut \
     debutdelapanne debutdepanne debutdelinterruption debutdinterruption commence commencele commencea de du depuis \
     ouvertle ouverture\n\
     end endat endedat ended endtime enddate endson finish finishedat finished outageend downtimeend incidentend to until \
     till upat restoredat restored recoveredat recovered resolvedat resolved closedat closed fin finle fina finile fini \
     datedefin heuredefin datefin heurefin dateetheuredefin findelapanne findepanne findelinterruption findinterruption \
     termine terminele a au jusqua retablile retabli retablissement resolule resolu fermele fermeture\n\
     duration durationminutes durationinminutes durationmins durationmin durationhours durationinhours durationhrs \
     durationseconds durationinseconds durationsec outageduration downtimeduration incidentduration downtime downtimeminutes \
     downtimeinminutes downtimemin downtimehours minutesdown timetorestore timetorecover length duree dureeminutes \
     dureeenminutes dureemin dureeheures dureeenheures dureedelapanne dureedepanne dureedelinterruption \
     dureedinterruption tempsdarret indisponibilite";

/// Availability over a log of outages, read in chunks of any size.
///
/// # Examples
///
/// ```
/// use case_slo::report::AvailabilityOptions;
/// use case_slo::{Instant, Policy};
///
/// let options = AvailabilityOptions::new(Instant::parse("2026-03-01T00:00:00Z")?);
/// let mut log = Policy::reference().availability(&options)?;
/// // A chunk may end in the middle of a row.
/// log.push(b"service,start,end\nCalls,2026-02-03T07:00:00Z,");
/// log.push(b"2026-02-03T08:00:00Z\n");
/// assert_eq!(log.finish().services[0].outages, 1);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug)]
pub struct AvailabilityLog {
    decoder: Decoder,
    reader: LogReader,
    table: OutageTable,
    outages: Outages,
}

/// The outages of a log.
#[derive(Debug)]
struct Outages {
    settings: Settings,
    starts: Timestamps,
    ends: Timestamps,
    /// Whether the log has been read to the end, so that the order of day and month in its dates is known.
    is_final: bool,
    /// The zones that the headers of start and end name.
    zones: [Option<LocalTime>; 2],
    elapsed_unit: ElapsedUnit,
    /// Rows that wait until then.
    held: HeldRows,
    /// Values of the column of services, with the index of the service.
    seen: Values,
    services: Vec<Service>,
    /// Outages without a service of their own: there is no such column, or there are too many services.
    rest: Service,
    /// Outages that lie outside the period as a whole.
    outside: u64,
}

/// A service and its outages.
#[derive(Debug, Default)]
struct Service {
    name: Vec<u8>,
    out: Spans,
    ongoing: bool,
}

impl AvailabilityLog {
    /// Availability of services, without outages yet.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `unknown-zone`
    pub(crate) fn new(options: &AvailabilityOptions) -> Result<Self, Error> {
        let mut settings = Settings::new(options)?;
        let given = std::mem::take(&mut settings.columns);
        let expected = Expected {
            names: COLUMNS,
            // A duration that the caller names is the end, whatever columns there may be.
            necessary: std::array::from_fn(|at| at == START || at == END && given[ELAPSED].is_none()),
            given,
            headers: std::array::from_fn(|column| words(HEADERS, column)),
            words: [Purpose::default(); COLUMNS.len()],
            cells: [Cells::Any, Cells::Timestamps, Cells::Timestamps, Cells::Durations, Cells::Any, Cells::Any],
            by_cells: [true; COLUMNS.len()],
            instead: &[(END, ELAPSED)],
            times: &[(START, START_TIME), (END, END_TIME)],
            trusts_durations: false,
            events: None,
            others: Vec::new(),
            presets: None,
        };
        Ok(Self {
            decoder: Decoder::default(),
            reader: LogReader::new(settings.form),
            table: Table::new(Some(expected)),
            outages: Outages {
                starts: Timestamps::in_order(settings.date_order),
                ends: Timestamps::in_order(settings.date_order),
                is_final: settings.date_order.is_some(),
                zones: [None, None],
                elapsed_unit: ElapsedUnit::Minutes,
                held: HeldRows::new(COLUMNS.len()),
                settings,
                seen: Values::default(),
                services: Vec::new(),
                rest: Service::default(),
                outside: 0,
            },
        })
    }

    /// Takes bytes of CSV; returns the number of rows so far, the header not among them.
    pub fn push(&mut self, chunk: &[u8]) -> u64 {
        let Self { decoder, reader, table, outages } = self;
        let mut lines = reader.read(decoder.decode(chunk));
        while let Some(line) = lines.next() {
            match table.take(line) {
                Some((row, places)) => outages.take(table, &row, places),
                None => outages.prepare(table),
            }
        }
        table.rows() + reader.rows_ahead()
    }

    /// Ends the log.
    pub fn finish(mut self) -> AvailabilityResult {
        let Self { decoder, reader, table, outages } = &mut self;
        let rest = decoder.finish().to_vec();
        for is_last in [false, true] {
            let mut lines = if is_last { reader.finish() } else { reader.read(&rest) };
            while let Some(line) = lines.next() {
                match table.take(line) {
                    Some((row, places)) => outages.take(table, &row, places),
                    None => outages.prepare(table),
                }
            }
        }
        table.finish();
        outages.end(table);
        self.into_result()
    }

    fn into_result(self) -> AvailabilityResult {
        let encoding = match self.decoder.encoding() {
            TextEncoding::Utf8 => self.reader.encoding(),
            other => other,
        };
        let mut reading = self.table.reading(encoding.name(), COLUMNS);
        for ((name, timestamps), at) in
            [("start", &self.outages.starts), ("end", &self.outages.ends)].into_iter().zip(START..)
        {
            reading.date_order.extend(timestamps.order().map(|order| (name.to_owned(), DateOrder::found(order))));
            let header = self.table.located()[at].and_then(|place| self.table.headers().get(place));
            let zone = header.and_then(|header| zone_of_header(header));
            reading.zones.extend(zone.map(|zone| (name.to_owned(), zone.to_owned())));
        }
        let Outages { settings, mut services, rest: mut all, outside, elapsed_unit, .. } = self.outages;
        let zone = settings.zone.as_ref();
        let until = settings.until.millis();
        for service in &mut services {
            all.out.add_all(service.out.merged());
            all.ongoing |= service.ongoing;
        }
        // Without an outage, the month in which the period ends.
        let mut first = || all.out.merged().first().map_or(until - 1, |(from, _)| *from);
        let from = settings.from.map_or_else(|| first_of_month(first(), zone), Instant::millis);
        let months = Months::new((from, until), zone);
        let mut services: Vec<_> = services
            .iter_mut()
            .map(|service| {
                let name = String::from_utf8_lossy(&service.name).into_owned();
                months.availability(Some(name), service.ongoing, service.out.merged())
            })
            .collect();
        sort(&mut services, |a: &ServiceAvailability, b| {
            b.lost_seconds.total_cmp(&a.lost_seconds).then_with(|| a.service.cmp(&b.service))
        });
        services.push(months.availability(None, all.ongoing, all.out.merged()));
        if !self.table.is_readable() {
            for service in &mut services {
                service.availability = None;
                service.months.iter_mut().for_each(|month| month.availability = None);
            }
        }
        let [service, start, end, elapsed, start_time, end_time] = self.table.columns();
        let unit = elapsed_unit;
        reading.elapsed = elapsed.map(|column| ElapsedAt { index: column.index, name: column.name, unit });
        let (rows, coverage) = (self.table.rows(), self.table.coverage());
        let (headers, problems) = self.table.into_parts();
        AvailabilityResult {
            rows,
            coverage,
            outside,
            delimiter: self.reader.delimiter().map(|delimiter| char::from(delimiter).to_string()),
            headers,
            columns: OutageColumnsAt { service, start, end, start_time, end_time },
            reading,
            from: Instant::within(from).unwrap_or(Instant::MIN),
            until: settings.until,
            seconds: (until - from) as f64 / 1_000.0,
            services,
            problems: problems.into_result(),
        }
    }
}

impl Outages {
    /// Counts the outage of a row.
    fn take(&mut self, table: &mut OutageTable, row: &Row, places: OutagePlaces) {
        let cells = places.map(|place| place.map_or(Cell::EMPTY, |place| row.cell(place)));
        match self.span(cells, places[ELAPSED].is_some()) {
            Ok((span, is_ongoing)) => {
                let [service, ..] = places;
                self.count(table, service.map(|place| row.cell(place).bytes()), span, is_ongoing);
            }
            Err((ProblemCode::AmbiguousInstant, _)) if !self.is_final => {
                self.held.add(table.row(), cells.into_iter());
                if self.held.is_full() {
                    // Beyond the limit, the dates so far decide.
                    self.decide();
                }
            }
            Err(_) if table.is_no_case(row) => table.pass_over(),
            Err((code, cell)) => table.refuse(code, || message(code, cell.bytes())),
        }
    }

    /// Looks at the header, once it is there.
    #[cold]
    fn prepare(&mut self, table: &mut OutageTable) {
        let Some((places, _)) = table.take_sample() else { return };
        let header = |at: usize| places.get(at).copied().flatten().and_then(|place| table.headers().get(place));
        self.zones = [START, END].map(|at| LocalTime::find(zone_of_header(header(at)?)?));
        let of_header = || header(ELAPSED).and_then(|header| ElapsedUnit::of_header(header));
        self.elapsed_unit = self.settings.elapsed_unit.or_else(of_header).unwrap_or(ElapsedUnit::Minutes);
    }

    fn decide(&mut self) {
        self.is_final = true;
        Timestamps::end_all([&mut self.starts, &mut self.ends]);
    }

    /// Counts the rows that waited for the order of day and month.
    fn end(&mut self, table: &mut OutageTable) {
        self.decide();
        let held = std::mem::replace(&mut self.held, HeldRows::new(COLUMNS.len()));
        let located = table.located();
        let places = std::array::from_fn(|at| located[at].map(|_| at));
        for (number, row) in held.iter() {
            table.revisit(number);
            self.take(table, &row, places);
        }
    }

    /// The time of an outage, as far as it is known, and whether it had not ended then.
    fn span<'a>(&mut self, cells: [Cell<'a>; COLUMNS.len()], has_elapsed: bool) -> Result<(Span, bool), Refusal<'a>> {
        let Settings { as_of, zone, .. } = &self.settings;
        let [start_zone, end_zone] = self.zones.each_ref().map(|known| known.as_ref().or(zone.as_ref()));
        let [_, start, end, elapsed, start_time, end_time] = cells;
        let from = instant_of(read_both(&mut self.starts, start, start_time), start_zone).map_err(|code| (code, start));
        // Before any error: the dates of every row tell the order of day and month.
        let to = instant_of(read_both(&mut self.ends, end, end_time), end_zone).map_err(|code| (code, end));
        let from = from?.ok_or((ProblemCode::InvalidInstant, start))?;
        let to = if has_elapsed { after(from, elapsed, self.elapsed_unit)? } else { to? };
        if to.is_some_and(|to| to < from) {
            return Err((ProblemCode::EndBeforeStart, end));
        }
        // An end after the instant of the question has not come yet.
        let to = to.filter(|to| to <= as_of);
        Ok(((from.millis(), to.unwrap_or(*as_of).max(from).millis()), to.is_none()))
    }

    /// Counts an outage.
    fn count(&mut self, table: &mut OutageTable, name: Option<&[u8]>, span: Span, is_ongoing: bool) {
        let period = (self.settings.from.unwrap_or(Instant::MIN).millis(), self.settings.until.millis());
        let service = match name.map(|name| self.service(name)) {
            Some(None) => {
                let found = short(&String::from_utf8_lossy(name.unwrap_or_default()));
                table.note(ProblemCode::LimitExceeded, || {
                    format!("more than {MAX_SERVICES} services: \"{found}\" counts for all together alone")
                });
                None
            }
            found => found.flatten(),
        };
        if !touches(span, period) {
            self.outside += 1;
            return;
        }
        let service = service.and_then(|index| self.services.get_mut(index)).unwrap_or(&mut self.rest);
        service.out.add(span);
        service.ongoing |= is_ongoing;
    }

    /// The index of a service; `None` if there are too many.
    fn service(&mut self, value: &[u8]) -> Option<usize> {
        if let Some(index) = self.seen.find(value) {
            return Some(usize::from(index));
        }
        let name = value.trim_ascii();
        let index = self.services.iter().position(|service| service.name == name).or_else(|| {
            (self.services.len() < MAX_SERVICES).then(|| {
                self.services.push(Service { name: name.to_vec(), ..Service::default() });
                self.services.len() - 1
            })
        })?;
        self.seen.add(value, index as u16);
        Some(index)
    }
}
