//! The headers of exports of help desks: a table of data.
//!
//! A preset is known by its marks: headers that an export of one help desk has, and others do not. Headers are in the form that
//! [`normalized`](super::names::normalized) gives them, between spaces.

use super::elapsed::ElapsedUnit;

/// The headers of one kind of export.
#[derive(Debug, PartialEq)]
pub(super) struct Preset {
    pub name: &'static str,
    /// Ways in which the export is known, each a list of headers that all have to be there. A header may have several spellings
    /// between bars.
    marks: &'static [&'static str],
    /// The columns with their headers, the likeliest first.
    columns: &'static [(PresetColumn, &'static str)],
}

/// A column of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PresetColumn {
    Id,
    Severity,
    Submitted,
    /// Instant of the first response, or of the resolution.
    Response,
    Resolution,
    Channel,
    /// Duration up to the first response, or to the resolution.
    ResponseTime,
    ResolutionTime,
    /// A due time that the export brings with every case.
    Due,
    /// Time of the event that a row tells.
    Updated,
}

use PresetColumn::{
    Channel, Due, Id, Resolution, ResolutionTime, Response, ResponseTime, Severity, Submitted, Updated,
};

/// The presets; of two whose marks a header has, the first.
const PRESETS: [Preset; 18] = [
    Preset {
        name: "servicenow",
        marks: &[
            "number sysupdatedon|sysupdatedat|syscreatedon|syscreatedat|sysmodcount",
            "number incidentstate|madesla",
            "number opened|openedat assignmentgroup|configurationitem|callerid|caller|closecode",
            "numero ouvert|ouvertle groupedaffectation|groupeaffectation",
            "nummer geoffnet|eroffnet zuweisungsgruppe|anrufer",
            "task|number hasbreached starttime|businesselapsedtime|sladefinition",
            "number openedat businessduration|calendarduration|calendarstc|businessstc",
        ],
        columns: &[
            (Id, "number numero nummer task"),
            (Severity, "priority priorite prioritat severity"),
            (
                Submitted,
                "openedat opened ouvert ouvertle geoffnet eroffnet syscreatedon syscreatedat created starttime",
            ),
            (Response, "workstart actualstart acknowledgedat firstresponse stoptime endtime"),
            (
                Resolution,
                "resolvedat resolved resolu resolule gelost closedat closed ferme fermele geschlossen stoptime endtime",
            ),
            (ResolutionTime, "calendarstc resolvetime calendarduration duration"),
            (Channel, "contacttype channel typedecontact canal"),
            (Updated, "sysupdatedat sysupdatedon updated misajour sysmodcount"),
        ],
    },
    Preset {
        name: "jira",
        marks: &[
            "issuekey issuetype|issueid|projectkey",
            "clededemande|cledeticket|cledelademande|cleduticket",
            "key issuetype created",
            "cle typedeticket|typededemande",
            "vorgangsschlussel|schlussel vorgangstyp",
        ],
        columns: &[
            (Id, "issuekey clededemande cledeticket cledelademande cleduticket vorgangsschlussel key cle schlussel"),
            (Severity, "priority priorite prioritat severity customfieldseverity champpersonnaliseseverite"),
            (Submitted, "created creation creee cree creele datedecreation erstellt"),
            (
                Response,
                "customfieldchartdateoffirstresponse champpersonnalisechartdateoffirstresponse \
                 champpersonnalisechartdatedepremierereponse champpersonnalisechartdatedelapremierereponse \
                 customfieldfirstresponse customfieldfirstresponsedate customfieldfirstrespondedat \
                 champpersonnalisepremierereponse firstresponse datedepremierereponse",
            ),
            (Resolution, "resolved resolue resolu resolutiondate datederesolution resolule erledigt"),
            (Updated, "updated misajour misealour miseajour aktualisiert"),
        ],
    },
    Preset {
        name: "zendesk",
        marks: &[
            "firstreplytimeinminutes",
            "id createdat solvedat|initiallyassignedat|assignedat",
            "ticketid ticketsolved|ticketsolveddate|firstreplytimemin|fullresolutiontimemin|firstreplytimehrs \
             ticketcreated|ticketcreateddate|ticketcreatedtimestamp",
        ],
        columns: &[
            (Id, "id ticketid"),
            (Severity, "priority ticketpriority priorite"),
            (Submitted, "createdat ticketcreated ticketcreatedtimestamp ticketcreateddate creele"),
            (Response, "firstreplyat firstrepliedat firstresponseat"),
            (Resolution, "solvedat ticketsolved ticketsolvedtimestamp ticketsolveddate resolule"),
            (Channel, "via channel ticketchannel canal"),
            (ResponseTime, "firstreplytimeinminutes firstreplytimemin firstreplytimehrs firstreplytimeinhours"),
            (ResolutionTime, "fullresolutiontimeinminutes fullresolutiontimemin fullresolutiontimehrs"),
            (Updated, "updatedat"),
        ],
    },
    Preset {
        name: "freshdesk",
        marks: &[
            "ticketid createdtime resolvedtime|closedtime|initialresponsetime",
            "ticketid createdtime duebytime",
            "iddeticket|idduticket heuredecreation|datedecreation",
        ],
        columns: &[
            (Id, "ticketid iddeticket idduticket"),
            (Severity, "priority priorite"),
            (Submitted, "createdtime heuredecreation datedecreation createdat"),
            (Response, "initialresponsetime firstrespondedat heuredelareponseinitiale heuredereponseinitiale"),
            (Resolution, "resolvedtime heurederesolution closedtime heuredefermeture"),
            (Channel, "source"),
            (ResponseTime, "firstresponsetimeinhrs delaidepremierereponseenh"),
            (ResolutionTime, "resolutiontimeinhrs delaideresolutionenh"),
            (Updated, "lastupdatetime lastupdatedtime"),
        ],
    },
    Preset {
        name: "salesforce",
        marks: &[
            "casenumber datetimeopened|datetimeclosed|caseownealias|caseowneralias|opendate|openeddate",
            "casenumber createddate closeddate|origin|isescalated",
            "numerodelarequete dateheuredouverture|datedouverture",
            "kundenvorgangsnummer|fallnummer datumuhrzeitdesoffnens|offnungsdatum|datumuhrzeitderoffnung",
        ],
        columns: &[
            (Id, "casenumber numerodelarequete kundenvorgangsnummer fallnummer"),
            (Severity, "priority priorite prioritat severity"),
            (
                Submitted,
                "datetimeopened createddate openeddate opendate dateheuredouverture datedouverture createddatetime",
            ),
            (Response, "firstresponsedate firstresponsedatetime firstresponsetime firstresponse datedepremierereponse"),
            (Resolution, "datetimeclosed closeddate dateheuredefermeture datedefermeture closeddatetime"),
            (Channel, "caseorigin origin originedelarequete"),
        ],
    },
    Preset {
        name: "hubspot",
        marks: &["ticketid createdate closedate|pipeline|ticketstatus", "recordid createdate pipeline|ticketname"],
        columns: &[
            (Id, "ticketid recordid"),
            (Severity, "priority"),
            (Submitted, "createdate"),
            (Response, "firstagentresponsedate firstagentemailresponsedate firstagentreplydate dateoffirstengagement"),
            (Resolution, "closedate closeddate"),
            (Channel, "source originaltype"),
            (ResponseTime, "timetofirstagentreplyhhmmss timetofirstagentemailreplyhhmmss timetofirstagentreply"),
            (ResolutionTime, "timetoclosehhmmss timetoclose"),
            (Updated, "lastmodifieddate"),
        ],
    },
    Preset {
        name: "intercom",
        marks: &["conversationid conversationstartedat|createdat|firstteammatereplyat|timetofirstresponse|startedat"],
        columns: &[
            (Id, "conversationid ticketid"),
            (Severity, "priority ticketpriority"),
            (Submitted, "conversationstartedat conversationcreatedat createdat startedat"),
            (Response, "firstteammatereplyat firstadminreplyat firstreplyat firstresponseat"),
            (Resolution, "conversationfirstclosedat firstclosedat firstcloseat lastclosedat lastcloseat closedat"),
            (Channel, "channel source initiatedchannel"),
            (
                ResponseTime,
                "timetofirstresponse timetofirstresponseseconds firstresponsetimeseconds timetoadminreply timetofirstadminreply",
            ),
            (ResolutionTime, "timetofirstclose timetolastclose timetoclose"),
            (Updated, "updatedat"),
        ],
    },
    Preset {
        name: "glpi",
        marks: &[
            "id titre|statut datedouverture derniremodification|dernieremodification|attributechnicien|attribueatechnicien|demandeurdemandeur",
            "id title|status openingdate lastupdate|assignedtotechnician|requesterrequester",
            "id titre|title delaidepriseencompte|tempsdepriseencompte|takeintoaccounttime|takeintoaccountdelay",
        ],
        columns: &[
            (Id, "id"),
            (Severity, "priorite priority urgence urgency"),
            (Submitted, "datedouverture openingdate"),
            (Response, "datedepriseencompte takeintoaccountdate"),
            (Resolution, "datederesolution resolutiondate solutiondate datedesolution datedecloture closingdate"),
            (Channel, "sourcedelademande requestsource"),
            (
                ResponseTime,
                "delaidepriseencompte tempsdepriseencompte delaidepriseencomptedelintervention takeintoaccounttime \
                 takeintoaccountdelay",
            ),
            (ResolutionTime, "delaideresolution tempsderesolution resolutiontime solvedelay"),
            (Updated, "dernieremodification lastupdate"),
        ],
    },
    Preset {
        name: "otrs",
        marks: &[
            "ticket queue|customerid|customeruser created|age|closetime",
            "ticketnumber queue|customerid created",
            "ticketnumber firstresponseinmin|solutioninmin",
            "ticket|ticketnummer erstellt bearbeiter|kundennummer|alter queue|schlieszeit|bearbeiter",
        ],
        columns: &[
            (Id, "ticketnumber ticket ticketnummer tn"),
            (Severity, "priority prioritat"),
            (Submitted, "created createtime erstellt erstellzeit"),
            (Response, "firstresponse firstresponsetime ersteantwort erstereaktion"),
            (Resolution, "closetime closed schliesszeit schlieszeit geschlossen"),
            (ResponseTime, "firstresponseinmin ersteantwortinmin"),
            (ResolutionTime, "solutioninmin losunginmin"),
            (Updated, "changed changetime geandert"),
        ],
    },
    Preset {
        name: "zammad",
        marks: &[
            "number|ticketnumber firstresponseat closeat|closedat|createdat",
            "number title group|groupid createdat closeat|closedat|updatedat",
            "no title group createdat",
        ],
        columns: &[
            (Id, "number ticketnumber no"),
            (Severity, "priority priorityid prioritat"),
            (Submitted, "createdat erstelltam"),
            (Response, "firstresponseat firstresponse ersteantwortam"),
            (Resolution, "closeat closedat geschlossenam"),
            (Channel, "createarticletype channel"),
            (ResponseTime, "firstresponseinmin"),
            (ResolutionTime, "closeinmin"),
            (Updated, "updatedat lastcontactat"),
        ],
    },
    Preset {
        name: "remedy",
        marks: &[
            "incidentnumber|incidentid submitdate|reporteddate lastresolveddate|respondeddate|assignedgroup|assignedsupportorganization",
            "incidentnumber|incidentid lastresolveddate|responddate|respondeddate",
        ],
        columns: &[
            (Id, "incidentnumber incidentid"),
            (Severity, "priority urgency"),
            (Submitted, "reporteddate submitdate createdate"),
            (Response, "respondeddate responddate firstresponsedate"),
            (Resolution, "lastresolveddate resolveddate closeddate"),
            (Channel, "reportedsource"),
            (Updated, "lastmodifieddate modifieddate"),
        ],
    },
    Preset {
        name: "itop",
        marks: &[
            "ref startdate|startedate assignmentdate|ttr|tto|resolutiondate|closedate",
            "ref|reference datededebut datedassignation|dateassignation|datederesolution",
        ],
        columns: &[
            (Id, "ref reference"),
            (Severity, "priority priorite urgency urgence"),
            (Submitted, "startdate datededebut"),
            (Response, "assignmentdate datedassignation dateassignation tto"),
            (Resolution, "resolutiondate datederesolution closedate datedefermeture ttr"),
            (Channel, "origin origine"),
            (Updated, "lastupdate derniremiseajour dernieremiseajour"),
        ],
    },
    Preset {
        name: "osticket",
        marks: &[
            "ticketnumber datecreated sladuedate|duedate|currentstatus|overdue|isoverdue|department",
            "numeroduticket|numerodeticket datedecreation departement",
        ],
        columns: &[
            (Id, "ticketnumber numeroduticket numerodeticket"),
            (Severity, "priority priorite"),
            (Submitted, "datecreated datedecreation created"),
            (Response, "firstresponse lastresponse"),
            (Resolution, "closeddate dateclosed closed datedefermeture"),
            (Channel, "source"),
            (Updated, "lastupdated dernieremiseajour"),
        ],
    },
    Preset {
        name: "gitlab",
        marks: &["issueid createdat|createdatutc closedat|closedatutc|updatedat|updatedatutc title"],
        columns: &[
            (Id, "issueid"),
            (Severity, "severity priority"),
            (Submitted, "createdatutc createdat"),
            (Resolution, "closedatutc closedat"),
            (Updated, "updatedatutc updatedat"),
        ],
    },
    Preset {
        name: "boston-311",
        marks: &["caseenquiryid opendt", "opendt targetdt|sladtargetdt|slatargetdt closeddt"],
        columns: &[
            (Id, "caseenquiryid"),
            (Submitted, "opendt"),
            (Response, "closeddt"),
            (Resolution, "closeddt"),
            (Channel, "source"),
            (Due, "targetdt slatargetdt sladtargetdt"),
        ],
    },
    Preset {
        name: "nyc-311",
        marks: &["uniquekey createddate closeddate"],
        columns: &[
            (Id, "uniquekey"),
            (Severity, "priority severity"),
            (Submitted, "createddate"),
            (Response, "closeddate"),
            (Resolution, "closeddate"),
            (Channel, "openddatachanneltype opendatachanneltype channeltype"),
        ],
    },
    Preset {
        name: "bpi-2014",
        marks: &["incidentid opentime closetime|resolvedtime"],
        columns: &[
            (Id, "incidentid"),
            (Severity, "priority urgency impact"),
            (Submitted, "opentime"),
            (Response, "resolvedtime closetime"),
            (Resolution, "resolvedtime closetime"),
        ],
    },
    Preset {
        name: "bpi-2013",
        marks: &["srnumber changedatetime", "caseid completetimestamp|timestamp activity|lifecycletransition"],
        columns: &[
            (Id, "srnumber caseid"),
            (Severity, "impact priority"),
            (Updated, "changedatetime completetimestamp timestamp"),
        ],
    },
];

impl Preset {
    /// The preset of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    /// The names of all presets.
    pub fn names() -> impl Iterator<Item = &'static str> {
        PRESETS.iter().map(|preset| preset.name)
    }

    /// The preset whose marks some headers have, each whole and without what stands in parentheses.
    pub fn of(headers: &[[String; 2]]) -> Option<&'static Self> {
        let has = |spelling: &str| headers.iter().flatten().any(|header| header == spelling);
        let is_there = |mark: &str| mark.split('|').any(has);
        let is_known = |marks: &&str| marks.split(' ').all(is_there);
        PRESETS.iter().find(|preset| preset.marks.iter().any(&is_known))
    }

    /// Whether durations say how much time of a goal remains: such a help desk writes "2h 30m", and "-1h 12m" for a goal missed.
    pub fn has_remaining_times(&self) -> bool {
        self.name == "jira"
    }

    /// The unit of durations whose header names none.
    pub fn unit(&self) -> Option<ElapsedUnit> {
        match self.name {
            "servicenow" | "intercom" | "glpi" => Some(ElapsedUnit::Seconds),
            "hubspot" => Some(ElapsedUnit::Milliseconds),
            _ => None,
        }
    }

    /// The headers of a column, the likeliest first.
    pub fn headers(&self, column: PresetColumn) -> impl Iterator<Item = &'static str> + use<> {
        let found = self.columns.iter().find(|(known, _)| *known == column);
        found.map_or("", |(_, headers)| headers).split_ascii_whitespace()
    }
}

#[cfg(test)]
mod tests {
    use super::super::names::normalized;
    use super::*;

    #[test]
    fn every_header_is_in_the_form_in_which_it_is_compared() {
        for preset in &PRESETS {
            let marks = preset.marks.iter().flat_map(|marks| marks.split([' ', '|']));
            let columns = preset.columns.iter().flat_map(|(_, headers)| headers.split_ascii_whitespace());
            for header in marks.chain(columns) {
                assert_eq!(normalized(header), header, "{}", preset.name);
                assert!(!header.is_empty());
            }
        }
    }

    #[test]
    fn an_export_is_known_by_its_header() {
        let name = |header: &str| {
            let headers: Vec<[String; 2]> =
                header.split([',', ';']).map(|header| [normalized(header), String::new()]).collect();
            Preset::of(&headers).map(|preset| preset.name)
        };
        for (header, expected) in [
            (
                "number,incident_state,made_sla,opened_at,sys_created_at,sys_updated_at,priority,resolved_at",
                "servicenow",
            ),
            ("Number,Opened,Short description,Caller,Priority,State,Assignment group,Resolved", "servicenow"),
            ("Summary,Issue key,Issue id,Issue Type,Status,Priority,Created,Updated,Resolved", "jira"),
            ("Résumé,Clé de ticket,Type de ticket,État,Priorité,Création,Mise à jour", "jira"),
            ("Id,Requester,Subject,Status,Priority,Via,Created at,Updated at,Assigned at,Solved at", "zendesk"),
            ("Ticket ID,Subject,Status,Priority,Source,Type,Created time,Due by Time,Resolved time", "freshdesk"),
            ("Case Number,Account Name,Subject,Status,Priority,Date/Time Opened,Date/Time Closed", "salesforce"),
            ("Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Priority", "hubspot"),
            ("Conversation ID,Conversation started at (UTC),Priority,Time to first response", "intercom"),
            ("ID;Titre;Statut;Dernière modification;Date d'ouverture;Priorité;Attribué à - Technicien", "glpi"),
            ("Ticket#;Age;Title;Created;Close Time;Queue;State;Priority", "otrs"),
            ("Number,Title,Group,State,Priority,Created at,Closed at,First response at", "zammad"),
            ("Incident Number,Priority,Status,Reported Date,Responded Date,Last Resolved Date", "remedy"),
            ("Ref;Title;Start date;Assignment date;Resolution date;Priority", "itop"),
            ("Ticket Number,Date Created,Subject,From,Priority,Department,SLA Due Date", "osticket"),
            ("Title,Issue ID,State,Created At (UTC),Updated At (UTC),Closed At (UTC)", "gitlab"),
            ("case_enquiry_id,open_dt,target_dt,closed_dt,ontime", "boston-311"),
            ("Unique Key,Created Date,Closed Date,Agency", "nyc-311"),
            ("CI Name (aff);Incident ID;Status;Priority;Open Time;Resolved Time;Close Time", "bpi-2014"),
        ] {
            assert_eq!(name(header), Some(expected), "{header}");
        }
        for header in [
            "id,tier,severity,submittedAt,stoppedAt",
            "Case,Tier,Severity,Submitted at,First response at,Channel",
            "id,priority,created,first response",
        ] {
            assert_eq!(name(header), None, "{header}");
        }
        assert!(Preset::names().all(|name| Preset::named(name).is_some()));
    }

    #[test]
    fn durations_without_a_unit_are_in_that_of_the_help_desk() {
        let in_units =
            |unit| Preset::names().filter(|name| Preset::named(name).unwrap().unit() == unit).collect::<Vec<_>>();
        assert_eq!(in_units(Some(ElapsedUnit::Seconds)), ["servicenow", "intercom", "glpi"]);
        assert_eq!(in_units(Some(ElapsedUnit::Milliseconds)), ["hubspot"]);
        assert_eq!(in_units(None).len(), Preset::names().count() - 4);
    }
}
