use std::borrow::Cow;

use case_slo_log::{Field, MAX_ROW_BYTES, Row, Values};

use super::super::columns::{find, words};
use super::super::judge::{instant, wording};
use super::super::options::short;
use super::super::problems::{Fault, Problems};
use super::super::result::ColumnAt;
use super::super::source::{EMPTY, NOT_UTF_8, Source, Taker, UNCLOSED, illegible};
use super::months::{Months, first_of_month, touches};
use super::options::{COLUMNS, Options};
use super::result::{AvailabilityResult, OutageColumns};
use super::stretches::{Stretch, Stretches};
use crate::Error;
use crate::calendar::Instant;
use crate::policy::Tree;

/// Most services that are told apart. Outages of any other count for all services together, and are told as a problem.
pub const MAX_SERVICES: usize = case_slo_log::MAX_VALUES;

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
#[derive(Debug)]
pub struct AvailabilityLog {
    source: Source,
    body: Body,
}

/// Everything that a row is put to.
#[derive(Debug)]
struct Body {
    options: Options,
    header: Header,
    headers: Vec<String>,
    located: [Option<usize>; COLUMNS.len()],
    delimiter: Option<u8>,
    /// What stands in the column of services, with the index of the service.
    seen: Values,
    services: Vec<Service>,
    /// Outages without a service of their own: there is no such column, or there are too many services.
    rest: Service,
    problems: Problems,
    /// The number of the last row, as a spreadsheet counts.
    row: u64,
    /// Rows below the header that hold anything.
    rows: u64,
    /// Outages that lie outside the period as a whole.
    outside: u64,
}

/// What is known of the columns.
#[derive(Debug, Clone, Copy)]
enum Header {
    /// It has not come yet.
    Awaited,
    /// Where start and end stand.
    Known { start: usize, end: usize },
    /// A column is missing, so that no row can be counted.
    Unusable,
}

/// A service and when it was out.
#[derive(Debug, Default)]
struct Service {
    name: Vec<u8>,
    out: Stretches,
    ongoing: bool,
}

impl AvailabilityLog {
    /// Availability with options as `Policy.availability` of the npm package takes them.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `out-of-range`, `unknown-zone`
    pub fn new(options: &Tree) -> Result<Self, Error> {
        let options = Options::from_json(options)?;
        Ok(Self {
            source: Source::new(options.delimiter),
            body: Body {
                options,
                header: Header::Awaited,
                headers: Vec::new(),
                located: [None; COLUMNS.len()],
                delimiter: None,
                seen: Values::default(),
                services: Vec::new(),
                rest: Service::default(),
                problems: Problems::default(),
                row: 0,
                rows: 0,
                outside: 0,
            },
        })
    }

    /// Takes bytes of CSV; returns how many rows have been read so far, the header not counted.
    pub fn push(&mut self, chunk: &[u8]) -> u64 {
        self.source.push(chunk, &mut self.body);
        self.body.rows
    }

    /// Ends the log.
    pub fn finish(mut self) -> AvailabilityResult {
        let was_text = self.source.finish(&mut self.body);
        if was_text && matches!(self.body.header, Header::Awaited) {
            self.body.problems.add(Fault::EmptyLog, 1, || EMPTY.to_owned());
        }
        self.body.into_result()
    }
}

impl Taker for Body {
    fn begin(&mut self, delimiter: Option<u8>) {
        self.delimiter = delimiter;
    }

    fn refuse_all(&mut self, message: &'static str) {
        self.problems.add(Fault::InvalidEncoding, 1, || message.to_owned());
    }

    fn take(&mut self, row: Row) {
        self.row += 1;
        let is_header = matches!(self.header, Header::Awaited);
        if !is_header && !matches!(row, Row::Blank) {
            self.rows += 1;
        }
        let (fault, message) = match row {
            Row::Blank => return,
            Row::Fields(row, fields) if is_header => return self.read_header(row, fields),
            Row::Fields(row, fields) => return self.read_outage(row, fields),
            Row::TooLong => (Fault::LimitExceeded, format!("more than {MAX_ROW_BYTES} bytes")),
            Row::Unclosed => (Fault::UnclosedQuote, UNCLOSED.to_owned()),
        };
        self.problems.add(fault, self.row, || message);
        if is_header {
            self.header = Header::Unusable;
        }
    }
}

impl Body {
    fn read_header(&mut self, row: &[u8], fields: &[Field]) {
        if std::str::from_utf8(row).is_err() {
            self.problems.add(Fault::InvalidUtf8, self.row, || NOT_UTF_8.to_owned());
        }
        self.headers = fields.iter().map(|field| field.text(row)).collect();
        let guesses: [Vec<String>; COLUMNS.len()] = std::array::from_fn(|column| words(HEADERS, column));
        let (located, problems) = find(&self.headers, &self.options.columns, COLUMNS, &guesses, [false, true, true]);
        self.header = match located {
            [_, Some(start), Some(end)] if problems.is_empty() => Header::Known { start, end },
            _ => Header::Unusable,
        };
        for message in problems {
            self.problems.add(Fault::MissingColumn, self.row, || message);
        }
        self.located = located;
    }

    fn read_outage(&mut self, row: &[u8], fields: &[Field]) {
        let Header::Known { start, end } = self.header else { return };
        if let Some((fault, message)) = illegible(row, fields, self.headers.len()) {
            return self.problems.add(fault, self.row, || message);
        }
        let cell = |column: usize| fields.get(column).map_or(Cow::Borrowed(&[][..]), |field| field.bytes(row));
        let (start, end, name) = (cell(start), cell(end), self.located[0].map(cell));
        match self.stretch(&start, &end) {
            Ok((stretch, is_ongoing)) => self.count(name.as_deref(), stretch, is_ongoing),
            Err((fault, value)) => self.problems.add(fault, self.row, || wording(fault, value)),
        }
    }

    /// From when to when an outage lasted, as far as is known, and whether it had not ended then.
    fn stretch<'a>(&self, start: &'a [u8], end: &'a [u8]) -> Result<(Stretch, bool), (Fault, &'a [u8])> {
        let zone = self.options.zone.as_ref();
        let from = instant(start, zone).map_err(|fault| (fault, start))?;
        let to =
            if end.trim_ascii().is_empty() { None } else { Some(instant(end, zone).map_err(|fault| (fault, end))?) };
        if to.is_some_and(|to| to < from) {
            return Err((Fault::EndBeforeStart, end));
        }
        // An end that lies behind the instant of the question has not come yet.
        let to = to.filter(|to| *to <= self.options.as_of);
        Ok(((from.millis(), to.unwrap_or(self.options.as_of).max(from).millis()), to.is_none()))
    }

    /// Counts an outage.
    fn count(&mut self, name: Option<&[u8]>, stretch: Stretch, is_ongoing: bool) {
        let period = (self.options.from.unwrap_or(Instant::MIN).millis(), self.options.until.millis());
        let service = match name.map(|name| self.service(name)) {
            Some(None) => {
                let found = short(&String::from_utf8_lossy(name.unwrap_or_default()));
                let message =
                    || format!("more than {MAX_SERVICES} services: \"{found}\" counts for all together alone");
                self.problems.add(Fault::LimitExceeded, self.row, message);
                None
            }
            found => found.flatten(),
        };
        if !touches(stretch, period) {
            self.outside += 1;
            return;
        }
        let service = service.and_then(|index| self.services.get_mut(index)).unwrap_or(&mut self.rest);
        service.out.add(stretch);
        service.ongoing |= is_ongoing;
    }

    /// The index of a service; `None` where there are too many.
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

    fn into_result(mut self) -> AvailabilityResult {
        let zone = self.options.zone.as_ref();
        let until = self.options.until.millis();
        let mut all = std::mem::take(&mut self.rest);
        for service in &mut self.services {
            all.out.add_all(service.out.merged());
            all.ongoing |= service.ongoing;
        }
        // Without an outage, the month in which the period ends.
        let mut first = || all.out.merged().first().map_or(until - 1, |(from, _)| *from);
        let from = self.options.from.map_or_else(|| first_of_month(first(), zone), Instant::millis);
        let months = Months::new((from, until), zone);
        let mut services: Vec<_> = self
            .services
            .iter_mut()
            .map(|service| {
                let name = String::from_utf8_lossy(&service.name).into_owned();
                months.availability(Some(name), service.ongoing, service.out.merged())
            })
            .collect();
        services.sort_by(|a, b| b.lost_seconds.total_cmp(&a.lost_seconds).then_with(|| a.service.cmp(&b.service)));
        services.push(months.availability(None, all.ongoing, all.out.merged()));
        let [service, start, end] = self.located.map(|index| {
            let index = index?;
            Some(ColumnAt { index, name: self.headers.get(index)?.clone() })
        });
        AvailabilityResult {
            rows: self.rows,
            outside: self.outside,
            delimiter: self.delimiter.map(|delimiter| char::from(delimiter).to_string()),
            headers: self.headers,
            columns: OutageColumns { service, start, end },
            from: Instant::within(from).unwrap_or(Instant::MIN),
            until: self.options.until,
            seconds: (until - from) as f64 / 1_000.0,
            services,
            problems: self.problems.into_result(),
        }
    }
}
