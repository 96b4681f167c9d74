use case_slo_log::{Cell, Decoder, HeldRows, LogReader, Row, TextEncoding, Timestamps, Values};

use crate::Error;
use crate::calendar::{Instant, LocalTime};
use crate::report::columns::{Cells, Expected, words, zone_of_header};
use crate::report::evaluator::{Refusal, instant};
use crate::report::messages::{message, short};
use crate::report::options::DateOrder;
use crate::report::problems::ProblemCode;
use crate::report::purpose::Purpose;
use crate::report::table::Table;
use crate::sorted::sort;

use super::months::{Months, first_of_month, touches};
use super::options::{AvailabilityOptions, Settings};
use super::result::{AvailabilityResult, OutageColumnsAt, ServiceAvailability};
use super::spans::{Span, Spans};

/// The largest number of services that are counted separately. Outages of any other count for all services together, and are reported as a problem.
pub const MAX_SERVICES: usize = case_slo_log::MAX_VALUES;

/// The columns of a log of outages, as options call them.
const COLUMNS: [&str; 3] = ["service", "start", "end"];

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
     termine terminele a au jusqua retablile retabli retablissement resolule resolu fermele fermeture";

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
    table: Table<3>,
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
        let expected = Expected {
            names: COLUMNS,
            given: std::mem::take(&mut settings.columns),
            headers: std::array::from_fn(|column| words(HEADERS, column)),
            words: [Purpose::default(); COLUMNS.len()],
            cells: [Cells::Any, Cells::Timestamps, Cells::Timestamps],
            necessary: [false, true, true],
            instead: &[],
            times: &[],
            events: false,
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
                held: HeldRows::new(3),
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
            [("start", &self.outages.starts), ("end", &self.outages.ends)].into_iter().zip(1..)
        {
            reading.date_order.extend(timestamps.order().map(|order| (name.to_owned(), DateOrder::found(order))));
            let header = self.table.located()[at].and_then(|place| self.table.headers().get(place));
            let zone = header.and_then(|header| zone_of_header(header));
            reading.zones.extend(zone.map(|zone| (name.to_owned(), zone.to_owned())));
        }
        let Outages { settings, mut services, rest: mut all, outside, .. } = self.outages;
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
        let [service, start, end] = self.table.columns();
        let (rows, coverage) = (self.table.rows(), self.table.coverage());
        let (headers, problems) = self.table.into_parts();
        AvailabilityResult {
            rows,
            coverage,
            outside,
            delimiter: self.reader.delimiter().map(|delimiter| char::from(delimiter).to_string()),
            headers,
            columns: OutageColumnsAt { service, start, end },
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
    fn take(&mut self, table: &mut Table<3>, row: &Row, [service, start, end]: [Option<usize>; 3]) {
        let cell = |place: Option<usize>| place.map_or(Cell::EMPTY, |place| row.cell(place));
        match self.span(cell(start), cell(end)) {
            Ok((span, is_ongoing)) => self.count(table, service.map(|place| row.cell(place).bytes()), span, is_ongoing),
            Err((ProblemCode::AmbiguousInstant, _)) if !self.is_final => {
                self.held.add(table.row(), [service, start, end].into_iter().map(cell));
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
    fn prepare(&mut self, table: &mut Table<3>) {
        let Some(([_, start, end], _)) = table.take_sample() else { return };
        self.zones = [start, end].map(|place| {
            let header = place.and_then(|place| table.headers().get(place))?;
            LocalTime::find(zone_of_header(header)?)
        });
    }

    fn decide(&mut self) {
        self.is_final = true;
        Timestamps::end_all([&mut self.starts, &mut self.ends]);
    }

    /// Counts the rows that waited for the order of day and month.
    fn end(&mut self, table: &mut Table<3>) {
        self.decide();
        let held = std::mem::replace(&mut self.held, HeldRows::new(3));
        let [service, ..] = table.located();
        for (number, row) in held.iter() {
            table.revisit(number);
            self.take(table, &row, [service.map(|_| 0), Some(1), Some(2)]);
        }
    }

    /// The time of an outage, as far as it is known, and whether it had not ended then.
    fn span<'a>(&mut self, start: Cell<'a>, end: Cell<'a>) -> Result<(Span, bool), Refusal<'a>> {
        let Settings { as_of, zone, .. } = &self.settings;
        let [start_zone, end_zone] = &self.zones;
        let from =
            instant(&mut self.starts, start, start_zone.as_ref().or(zone.as_ref())).map_err(|code| (code, start));
        // Before any error: the dates of every row tell the order of day and month.
        let to = instant(&mut self.ends, end, end_zone.as_ref().or(zone.as_ref())).map_err(|code| (code, end));
        let from = from?.ok_or((ProblemCode::InvalidInstant, start))?;
        let to = to?;
        if to.is_some_and(|to| to < from) {
            return Err((ProblemCode::EndBeforeStart, end));
        }
        // An end after the instant of the question has not come yet.
        let to = to.filter(|to| to <= as_of);
        Ok(((from.millis(), to.unwrap_or(*as_of).max(from).millis()), to.is_none()))
    }

    /// Counts an outage.
    fn count(&mut self, table: &mut Table<3>, name: Option<&[u8]>, span: Span, is_ongoing: bool) {
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
