//! The columns of a log of cases: their places, and their headers in the exports of help desks.

use crate::policy::model::Measure;

use super::columns::{Cells, Events, Expected, Presets, words};
use super::names::normalized;
use super::options::Column;
use super::presets::{Preset, PresetColumn};
use super::purpose::Purpose;

/// The columns of a log of cases, as options call them.
pub(super) const CASE_COLUMNS: [&str; 12] = [
    "id",
    "tier",
    "severity",
    "submittedAt",
    "stoppedAt",
    "channel",
    "elapsed",
    "dueAt",
    "updatedAt",
    "submittedTime",
    "stoppedTime",
    "status",
];

/// Places among [`CASE_COLUMNS`].
pub(super) const TIER: usize = 1;
pub(super) const SEVERITY: usize = 2;
pub(super) const SUBMITTED_AT: usize = 3;
pub(super) const STOPPED_AT: usize = 4;
pub(super) const CHANNEL: usize = 5;
pub(super) const ELAPSED: usize = 6;
pub(super) const DUE_AT: usize = 7;
pub(super) const UPDATED_AT: usize = 8;
pub(super) const SUBMITTED_TIME: usize = 9;
pub(super) const STOPPED_TIME: usize = 10;
pub(super) const STATUS: usize = 11;

/// The places of the columns of a case in a row, in the order of [`CASE_COLUMNS`].
pub(super) type CasePlaces = [Option<usize>; CASE_COLUMNS.len()];

/// Headers in French and English, and the commonest in German and Spanish: a line for each of [`CASE_COLUMNS`], the likeliest
/// first, without spaces, accents and capitals.
const CASE_HEADERS: &str = "\
     id caseid casenumber caseno case ticketid ticketnumber ticket issuekey key incidentnumber incidentid incident \
     number requestid request reference ref identifiant numerodecas numerocas nodecas nocas cas numerodedossier \
     numerodossier nodedossier dossier numerodebillet numerobillet nodebillet billet numerodedemande nodedemande \
     demande numero no \u{2116} ticketnummer vorgangsnummer numerodecaso uniquekey\n\
     tier tierid supporttier supportplan plan supportlevel servicelevel serviceplan service contract subscription \
     entitlement palier niveaudeservice niveaudesoutien niveaudesupport niveaudassistance plandesoutien forfait offre \
     contrat abonnement soutien\n\
     severity severityid severitylevel sev priority prioritylevel ticketpriority casepriority incidentpriority \
     issuepriority urgency severite niveaudeseverite gravite niveaudegravite priorite niveaudepriorite prioriteduticket \
     criticite urgence niveau level prioritat schweregrad dringlichkeit prioridad gravedad severidad\n\
     submittedat submitted submissiondate submissiontime datesubmitted submittedon submittedtime createdat created \
     createdon createddate createdtime creationdate creationtime datecreated createdate createtime openedat opened \
     openedon openeddate openedtime opendate opentime dateopened datetimeopened reportedat reported reporteddate \
     receivedat received start startedat soumisle soumisea soumisa soumis soumission datedesoumission datesoumission \
     heuredesoumission creele creea cree datedecreation datecreation creation ouvertle ouvert ouverture datedouverture \
     dateouverture recule recu datedereception datereception signale signalele debut erstellt erstelltam erstellungsdatum \
     eroffnet eroffnetam creado creadoel fechadecreacion fechadeapertura date jour fecha datum\n\
     stoppedat stopped stoppedon arretele arretea arrete datedarret datearret\n\
     channel source origin via contactmethod contacttype canal origine provenance moyendecontact\n\
     \n\
     \n\
     sysupdatedat sysupdatedon sysmodcount updatedat updated updatedon lastupdated lastupdate lastupdatedat modifiedat \
     modified lastmodified changedatetime changedat changed eventtime eventdate timestamp datestamp completetimestamp \
     misajour misajourle miseajour dernieremiseajour modifiele dernieremodification";

/// Headers of the status of a case.
const STATUSES: &str = "status casestatus ticketstatus incidentstatus currentstatus incidentstate casestate state statut \
     statutdubillet statutduticket statutducas etat etatdubillet etatduticket estado zustand";

/// Headers of the stop where the measure is a response.
const RESPONSES: &str = "firstresponseat firstresponse firstrespondedat firstresponsedate firstresponsetime \
     initialresponseat initialresponse initialresponsedate initialresponsetime respondedat responded respondedon \
     respondeddate responseat responsedate responsetime response firstreplyat firstreply firstreplydate acknowledgedat \
     acknowledged premierereponse premierereponsele premierereponsea datedepremierereponse datepremierereponse \
     datedelapremierereponse reponseinitiale datedereponseinitiale repondule repondua repondu datedereponse datereponse \
     reponsele reponse prisencharge prisenchargele ersteantwort ersteantwortam erstereaktion primerarespuesta";

/// Headers of the stop where the measure is a resolution.
const RESOLUTIONS: &str = "resolvedat resolved resolvedon resolveddate resolvedtime lastresolveddate resolutiondate \
     resolutiontime resolution closedat closed closedon closeddate closedtime closedate closetime dateclosed \
     datetimeclosed solvedat solved completedat completed resolule resolua resolu datederesolution dateresolution fermele \
     ferme fermeture datedefermeture datefermeture cloture closle clos datedecloture gelost gelostam geschlossen \
     geschlossenam resuelto resueltoel cerrado fechaderesolucion fechadecierre";

/// Headers of durations up to a response, and up to a resolution.
const RESPONSE_TIMES: &str = "firstreplytimeinminutes firstresponseminutes firstresponsetimeinminutes \
     firstresponsetimeminutes firstresponsetimemin firstresponsetimemins firstresponsetimeinhrs firstresponsetimehours \
     firstresponsehours firstresponseseconds timetofirstresponse timetofirstreply responseminutes responsehours \
     minutestofirstresponse hourstofirstresponse delaidepremierereponse delaipremierereponse delaidereponse";
const RESOLUTION_TIMES: &str = "fullresolutiontimeinminutes resolutionminutes resolutiontimeinminutes \
     resolutiontimeminutes resolutiontimeinhrs resolutiontimehours resolutionhours resolutionseconds timetoresolution \
     timetoresolve timetoclose minutestoresolution hourstoresolution delaideresolution";

/// Columns of a log of cases that not every report needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Needs {
    /// Cases have a tier of their own.
    pub tier: bool,
    /// Cases have a severity of their own.
    pub severity: bool,
    /// The report counts the cases of some channels only.
    pub channel: bool,
}

impl Expected<{ CASE_COLUMNS.len() }> {
    /// The columns of a log of cases.
    pub fn of_cases(
        given: [Option<Column>; CASE_COLUMNS.len()],
        measure: &Measure,
        needs: Needs,
        preset: Option<&'static Preset>,
    ) -> Self {
        let mut headers: [Vec<String>; CASE_COLUMNS.len()] = std::array::from_fn(|column| words(CASE_HEADERS, column));
        headers[STOPPED_AT] = stop_headers(measure, true);
        headers[ELAPSED] = elapsed_headers(measure);
        if is_resolution(measure) {
            headers[STATUS] = STATUSES.split_ascii_whitespace().map(str::to_owned).collect();
        }
        let mut necessary = [false; CASE_COLUMNS.len()];
        (necessary[TIER], necessary[SEVERITY], necessary[SUBMITTED_AT], necessary[CHANNEL]) =
            (needs.tier, needs.severity, true, needs.channel);
        // A duration that the caller names is the stop, whatever columns there may be.
        necessary[STOPPED_AT] = given[ELAPSED].is_none();
        let mut columns = vec![
            (0, PresetColumn::Id),
            (SEVERITY, PresetColumn::Severity),
            (SUBMITTED_AT, PresetColumn::Submitted),
            (CHANNEL, PresetColumn::Channel),
            (UPDATED_AT, PresetColumn::Updated),
            (DUE_AT, PresetColumn::Due),
        ];
        if is_response(measure) {
            columns.extend([(STOPPED_AT, PresetColumn::Response), (ELAPSED, PresetColumn::ResponseTime)]);
        } else if is_resolution(measure) {
            columns.extend([(STOPPED_AT, PresetColumn::Resolution), (ELAPSED, PresetColumn::ResolutionTime)]);
        }
        let mut words = [Purpose::default(); CASE_COLUMNS.len()];
        words[SUBMITTED_AT] = Purpose::SUBMISSION;
        if is_response(measure) {
            (words[STOPPED_AT], words[ELAPSED]) = (Purpose::RESPONSE, Purpose::RESPONSE);
        } else if is_resolution(measure) {
            (words[STOPPED_AT], words[ELAPSED]) = (Purpose::RESOLUTION, Purpose::RESOLUTION);
        }
        let mut cells = [const { Cells::Any }; CASE_COLUMNS.len()];
        for at in [SUBMITTED_AT, STOPPED_AT, DUE_AT] {
            cells[at] = Cells::Timestamps;
        }
        (cells[ELAPSED], cells[STATUS]) = (Cells::Durations, Cells::Statuses);
        Self {
            names: CASE_COLUMNS,
            given,
            headers,
            words,
            cells,
            necessary,
            // Too many columns are later than a submission.
            by_cells: std::array::from_fn(|at| at != STOPPED_AT),
            instead: &[(STOPPED_AT, ELAPSED), (SEVERITY, DUE_AT), (TIER, DUE_AT)],
            times: &[(SUBMITTED_AT, SUBMITTED_TIME), (STOPPED_AT, STOPPED_TIME)],
            trusts_durations: true,
            events: Some(Events {
                id: 0,
                updated: UPDATED_AT,
                submitted: SUBMITTED_AT,
                stopped: STOPPED_AT,
                status: STATUS,
            }),
            others: Vec::new(),
            presets: Some(Presets { given: preset, columns }),
        }
    }
}

fn is_response(measure: &Measure) -> bool {
    measure.id.contains("respon") || measure.id.contains("repon")
}

fn is_resolution(measure: &Measure) -> bool {
    measure.id.contains("resol") || measure.id.contains("clos")
}

/// Headers of durations up to the end of a measure.
fn elapsed_headers(measure: &Measure) -> Vec<String> {
    let list = match (is_response(measure), is_resolution(measure)) {
        (true, _) => RESPONSE_TIMES,
        (_, true) => RESOLUTION_TIMES,
        _ => "",
    };
    list.split_ascii_whitespace().map(str::to_owned).collect()
}

/// The column of a header row that names the stop of a measure, but for those that are taken.
pub(super) fn stop_column(measure: &Measure, headers: &[String], taken: &[Option<usize>]) -> Option<usize> {
    let wanted = stop_headers(measure, false);
    let names: Vec<String> = headers.iter().map(|header| normalized(header)).collect();
    let is_free = |index: &usize| !taken.contains(&Some(*index));
    wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted).filter(is_free))
}

/// Headers of the end of a measure: those of the measure itself come first. Those of any measure are left out on demand.
fn stop_headers(measure: &Measure, with_any: bool) -> Vec<String> {
    let names = std::iter::once(measure.id.as_str()).chain(measure.name.iter().map(|(_, name)| name.as_str()));
    let mut headers = Vec::new();
    for name in names.map(normalized) {
        for affix in ["at", "", "date", "time", "le"] {
            headers.push(format!("{name}{affix}"));
        }
    }
    let responses = if is_response(measure) { RESPONSES } else { "" };
    let resolutions = if is_resolution(measure) { RESOLUTIONS } else { "" };
    let more = responses.split_ascii_whitespace().chain(resolutions.split_ascii_whitespace());
    if with_any {
        headers.extend(words(CASE_HEADERS, STOPPED_AT));
    }
    headers.extend(more.map(str::to_owned));
    headers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::columns::Located;

    const NOTHING_GIVEN: [Option<Column>; CASE_COLUMNS.len()] = [const { None }; CASE_COLUMNS.len()];

    fn located(
        headers: &str,
        given: &[Option<Column>; CASE_COLUMNS.len()],
        needs: Needs,
    ) -> Result<CasePlaces, Vec<String>> {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
        let Located { found, problems, .. } =
            Expected::of_cases(given.clone(), &document.measures[0], needs, None).locate(&headers, &[]);
        if problems.is_empty() { Ok(found) } else { Err(problems) }
    }

    fn layout(headers: &str, given: &[Option<Column>; CASE_COLUMNS.len()]) -> Result<CasePlaces, Vec<String>> {
        located(headers, given, Needs { tier: true, severity: true, channel: false })
    }

    fn indices(headers: &str) -> [Option<usize>; 5] {
        let [id, tier, severity, submitted_at, stopped_at, ..] = layout(headers, &NOTHING_GIVEN).unwrap();
        [id, tier, severity, submitted_at, stopped_at]
    }

    #[test]
    fn headers_are_guessed_in_english_and_french() {
        let in_order = [0, 1, 2, 3, 4].map(Some);
        assert_eq!(indices("id,tier,severity,submittedAt,stoppedAt"), in_order);
        assert_eq!(indices("Case Number,Support Plan,Priority,Created At,First Response At"), in_order);
        assert_eq!(indices("Numéro de cas,Palier,Sévérité,Date de création,Première réponse"), in_order);
        assert_eq!(indices("No de dossier,Niveau de service,Gravité,Soumis le,Répondu le"), in_order);
        assert_eq!(indices("responded,x,created,SEV,plan"), [None, Some(4), Some(3), Some(2), Some(0)]);
    }

    #[test]
    fn a_number_alone_is_the_case_where_nothing_better_is_there() {
        for header in
            ["No", "No.", "no", "Nº", "N°", "n°", "№", " # ", "N° de cas", "Nº de dossier", "N° de billet", "Case #"]
        {
            assert_eq!(indices(&format!("plan,{header},sev,created,responded"))[0], Some(1), "{header}");
        }
        // The row number of an export, beside the case itself.
        assert_eq!(indices("#,plan,sev,created,responded,Ticket")[0], Some(5));
        assert_eq!(indices("No,plan,sev,created,responded,Référence")[0], Some(5));
        assert_eq!(indices("No.,plan,sev,created,responded,Numéro")[0], Some(5));
    }

    #[test]
    fn a_number_takes_nothing_from_another_column() {
        // A column with a use of its own keeps it, and signs alone, or no header at all, are not a number.
        assert_eq!(indices("No,tier,severity,submitted,stopped"), [0, 1, 2, 3, 4].map(Some));
        assert_eq!(indices("Niveau de service,Niveau,created,responded")[..3], [None, Some(0), Some(1)]);
        for header in ["", "##", "$", "%", "N", "Now", "Note", "Non", "Oui/Non", "Yes/No", "#1"] {
            assert_eq!(indices(&format!("{header},plan,sev,created,responded"))[0], None, "{header}");
        }
        // A column that the caller names for something else is not guessed.
        let mut given = NOTHING_GIVEN;
        given[5] = Some(Column::Index(0));
        let found = layout("No,tier,severity,submitted,stopped", &given).unwrap();
        assert_eq!((found[0], found[5]), (None, Some(0)));
    }

    #[test]
    fn the_caller_has_the_last_word() {
        let mut given = NOTHING_GIVEN;
        given[3] = Some("opened by phone".into());
        given[0] = Some(Column::Index(0));
        let found = layout("Created,tier,severity,Opened by Phone,stopped,id", &given).unwrap();
        assert_eq!((found[0], found[3]), (Some(0), Some(3)));
        given[2] = Some(Column::Index(6));
        let problems = layout("Created,tier,severity,Opened by Phone,stopped,id", &given).unwrap_err();
        assert_eq!(problems, ["there is no column 6 (from 0) for \"severity\""]);
    }

    #[test]
    fn a_channel_is_needed_only_where_some_are_asked_for() {
        let find = |channel| {
            located("tier,severity,submitted,stopped", &NOTHING_GIVEN, Needs { tier: true, severity: true, channel })
        };
        assert_eq!(
            find(false).map(|found| found[..6].to_vec()),
            Ok(vec![None, Some(0), Some(1), Some(2), Some(3), None])
        );
        assert!(find(true).is_err());
    }

    #[test]
    fn a_missing_column_is_named_with_those_that_are_there() {
        let problems = layout("id,tier,created,colour", &NOTHING_GIVEN).unwrap_err();
        assert_eq!(problems.len(), 2);
        assert!(problems[0].contains("\"severity\"") && problems[0].contains("\"colour\""), "{problems:?}");
        assert!(problems[1].contains("\"stoppedAt\""), "{problems:?}");
    }

    #[test]
    fn of_a_missing_column_no_more_headers_are_shown_than_can_be_read() {
        for (count, is_cut) in [(19, false), (20, false), (21, true)] {
            let headers: Vec<String> = (0..count).map(|number| format!("column{number}")).collect();
            let problems = layout(&headers.join(","), &NOTHING_GIVEN).unwrap_err();
            assert_eq!(problems[0].ends_with("\"column19\", …"), is_cut, "{}", problems[0]);
            assert!(problems[0].contains("\"column18\""), "{}", problems[0]);
            assert!(!problems[0].contains("column20"), "{}", problems[0]);
        }
    }

    #[test]
    fn a_duration_up_to_the_response_stands_for_the_stop() {
        for name in RESPONSE_TIMES.split_ascii_whitespace() {
            let found = layout(&format!("id,plan,sev,created,{name}"), &NOTHING_GIVEN).unwrap();
            assert_eq!((found[STOPPED_AT], found[ELAPSED]), (None, Some(4)), "{name}");
        }
        // Neither the duration up to the resolution nor a column without a name does.
        for name in RESOLUTION_TIMES.split_ascii_whitespace().chain([""]) {
            assert!(layout(&format!("id,plan,sev,created,{name}"), &NOTHING_GIVEN).is_err(), "{name}");
        }
    }

    #[test]
    fn only_of_the_stop_it_is_said_that_durations_are_what_remained() {
        // The marks of an export of Jira.
        let problems = layout("Issue key,Issue type,plan,created,Time to first response", &NOTHING_GIVEN).unwrap_err();
        let tells = |name: &str| problems.iter().find(|problem| problem.contains(name)).unwrap().contains("remained");
        assert_eq!((tells("as \"severity\""), tells("as \"stoppedAt\"")), (false, true), "{problems:?}");
    }

    /// The columns of a log that is written as lines, with the number of problems.
    fn located_in(log: &str) -> (CasePlaces, usize) {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        let needs = Needs { tier: true, severity: true, channel: false };
        let rows: Vec<Vec<String>> = log.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        let expected = Expected::of_cases(NOTHING_GIVEN, &document.measures[0], needs, None);
        let Located { found, problems, .. } = expected.locate(&rows[0], &rows[1..]);
        (found, problems.len())
    }

    #[test]
    fn durations_are_taken_for_no_due_time_and_for_a_submission_only_where_nothing_else_is_there() {
        let found = |log: &str| {
            let (found, problems) = located_in(log);
            (found[SUBMITTED_AT], found[DUE_AT], problems)
        };
        // The marks of an export of Boston 311, whose column "target_dt" is a due time.
        let headers = "plan,priority,open_dt,first response,closed_dt,target_dt";
        let row = "premium,critical,2026-02-03T02:14:00Z,2026-02-03T02:20:00Z,2026-02-03T02:20:00Z";
        assert_eq!(found(&format!("{headers}\n{row},2026-02-03T04:14:00Z")), (Some(2), Some(5), 0));
        assert_eq!(found(&format!("{headers}\n{row},2h 5m")), (Some(2), None, 0));
        let log = "plan,priority,created,first response\npremium,critical,2h 5m,2026-02-03T02:20:00Z";
        assert_eq!(found(log).0, Some(2));
    }

    #[test]
    fn words_under_the_header_of_a_duration_are_none_but_its_column_is_found() {
        let found = |cell: &str| {
            let log = format!("plan,priority,created,response minutes\npremium,critical,2026-02-03T02:14:00Z,{cell}");
            located_in(&log).0[ELAPSED]
        };
        assert_eq!((found("12"), found("soon"), found("")), (Some(3), Some(3), Some(3)));
        assert_eq!(found("2026-02-03T02:20:00Z"), None);
    }

    #[test]
    fn events_tell_the_submission_only_where_a_case_comes_again() {
        let problems = |last: u32| {
            let row = "premium,critical,2026-02-03T02:14:00Z,2026-02-03T02:20:00Z";
            located_in(&format!("id,plan,priority,updated,first response\n1,{row}\n2,{row}\n{last},{row}")).1
        };
        assert_eq!((problems(3), problems(1)), (1, 0));
    }
}
