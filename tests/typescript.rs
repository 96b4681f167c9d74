//! The TypeScript types of arguments, results, codes and the policy document are written from the Rust types; these tests
//! fail where the files have drifted from them.
//!
//! To write the files anew: `UPDATE_TYPES=1 cargo test --features schema --test typescript`.
#![cfg(all(feature = "schema", feature = "analysis"))]

use std::fmt::Write as _;
use std::path::Path;

use case_slo::policy::model::{Condition, Interval};
use case_slo::policy::{Document, Text};
use case_slo::report::{AvailabilityOptions, AvailabilityResult, ReportOptions, ReportResult};
use case_slo::{
    Answers, CaseFacts, Classification, CustomerContext, Deliverable, Diagnostic, ErrorCode, Evaluation, Expectation,
    Guidance, NextContext, NextQuestion, Objective, ParsedVector, Period, PolicyChange, TierFeature, UtcOffset,
};
use schemars::JsonSchema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

const WIDTH: usize = 120;
const HEAD: &str = "// Written from the Rust types by tests/typescript.rs; UPDATE_TYPES=1 writes it anew.\n";

/// The document's types whose names the results have already.
const DOCUMENT_NAMES: [(&str, &str); 11] = [
    ("Document", "PolicyDocument"),
    ("Tier", "TierDefinition"),
    ("Severity", "SeverityDefinition"),
    ("Question", "QuestionDefinition"),
    ("Classification", "DecisionTableDefinition"),
    ("Rule", "RuleDefinition"),
    ("AdviceEntry", "AdviceDefinition"),
    ("Measure", "MeasureDefinition"),
    ("Source", "PolicySource"),
    ("Term", "GlossaryTerm"),
    ("Target", "ObjectiveTarget"),
];

/// The other types that are called differently in TypeScript, where all names share one room.
const ENGINE_NAMES: [(&str, &str); 12] = [
    ("ErrorCode", "EngineErrorCode"),
    ("ContextOption", "NextContextOption"),
    ("Channel", "ChannelAttainment"),
    ("Hour", "HourAttainment"),
    ("Columns", "CaseColumnsFound"),
    ("OutageColumnsAt", "OutageColumnsFound"),
    ("ColumnAt", "ColumnFound"),
    ("Period", "DeliverablePeriod"),
    ("Level", "DiagnosticLevel"),
    ("Problem", "LogProblem"),
    ("Bin", "HistogramBin"),
    ("Miss", "MissedCase"),
];

/// Maps of one text a key that are no text in several languages: answers, or values of a log.
const NO_TEXT: [&str; 7] = ["change", "example", "from", "to", "tier", "severity", "values"];

/// Writes types as TypeScript.
struct Writer<'a> {
    names: &'a [(&'a str, &'a str)],
    /// Shapes with a name of their own.
    aliases: Vec<(&'static str, Value)>,
    output: String,
}

impl Writer<'_> {
    fn name<'n>(&'n self, name: &'n str) -> &'n str {
        self.names.iter().find(|(rust, _)| *rust == name).map_or(name, |(_, typescript)| typescript)
    }

    fn definition(&mut self, name: &str, schema: &Value) {
        let exported = self.name(name).to_owned();
        self.comment(schema, "");
        if let Some(properties) = schema["properties"].as_object() {
            writeln!(self.output, "export interface {exported} {{").unwrap();
            for (key, property) in properties {
                self.property(
                    key,
                    property,
                    schema["required"].as_array().is_some_and(|all| all.contains(&json!(key))),
                );
            }
            // Members whose keys are data, beside those of the type itself.
            if schema["additionalProperties"].is_object() {
                let own = properties.values().map(|property| self.written(property).replace(" | null", ""));
                let values: Vec<String> =
                    std::iter::once(self.written(&schema["additionalProperties"])).chain(own).collect();
                writeln!(self.output, "  [fact: string]: {} | undefined;", values.join(" | ")).unwrap();
            }
            self.output.push_str("}\n\n");
            return;
        }
        let members = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
        match members
            .filter(|members| members.len() > 1 && members.iter().any(|member| member["description"].is_string()))
        {
            None => writeln!(self.output, "export type {exported} = {};\n", self.written(schema)).unwrap(),
            Some(members) => {
                write!(self.output, "export type {exported} =").unwrap();
                for member in members {
                    self.output.push('\n');
                    self.comment(member, "  ");
                    write!(self.output, "  | {}", self.written(member)).unwrap();
                }
                self.output.push_str(";\n\n");
            }
        }
    }

    fn property(&mut self, key: &str, schema: &Value, is_required: bool) {
        self.comment(schema, "  ");
        let mut written = self.written(schema);
        // An optional member is left out; it can be null only if its comment says what that means.
        if !is_required && !comment_of(schema).contains("null") {
            written = written.strip_suffix(" | null").map_or(written.clone(), str::to_owned);
        }
        if written == "Text" && NO_TEXT.contains(&key) {
            written = "Record<string, string>".to_owned();
        }
        let mark = if is_required { "" } else { "?" };
        writeln!(self.output, "  {key}{mark}: {written};").unwrap();
    }

    fn written(&self, schema: &Value) -> String {
        let shape = without_comment(schema);
        if let Some((alias, _)) = self.aliases.iter().find(|(_, aliased)| *aliased == shape) {
            return (*alias).to_owned();
        }
        if let Some(reference) = schema["$ref"].as_str() {
            return self.name(reference.rsplit('/').next().unwrap()).to_owned();
        }
        if let Some(literal) = schema.get("const") {
            return literal.to_string();
        }
        for key in ["enum", "oneOf", "anyOf"] {
            if let Some(members) = schema[key].as_array() {
                let write = |member| if key == "enum" { format!("{member}") } else { self.written(member) };
                return members.iter().map(write).collect::<Vec<_>>().join(" | ");
            }
        }
        match &schema["type"] {
            Value::Array(types) => {
                let one = |kind: &Value| {
                    let mut schema = schema.clone();
                    schema["type"] = kind.clone();
                    self.written(&schema)
                };
                types.iter().map(one).collect::<Vec<_>>().join(" | ")
            }
            Value::String(kind) => match kind.as_str() {
                "integer" | "number" => "number".to_owned(),
                "array" => self.list(schema),
                "object" => match schema.get("additionalProperties") {
                    Some(values) => format!("Record<string, {}>", self.written(values)),
                    None => "Record<string, unknown>".to_owned(),
                },
                kind => kind.to_owned(),
            },
            _ => "unknown".to_owned(),
        }
    }

    fn list(&self, schema: &Value) -> String {
        if let Some(items) = schema["prefixItems"].as_array() {
            return format!("[{}]", items.iter().map(|item| self.written(item)).collect::<Vec<_>>().join(", "));
        }
        let item = self.written(&schema["items"]);
        if schema["minItems"] == 2 && schema["maxItems"] == 2 {
            return format!("[{item}, {item}]");
        }
        if item.contains(" | ") && !item.starts_with('[') { format!("({item})[]") } else { format!("{item}[]") }
    }

    fn comment(&mut self, schema: &Value, indent: &str) {
        let comment = comment_of(schema);
        if comment.is_empty() {
            return;
        }
        let line = format!("{indent}/** {comment} */");
        if !comment.contains('\n') && line.chars().count() <= WIDTH {
            self.output.push_str(&line);
            self.output.push('\n');
            return;
        }
        writeln!(self.output, "{indent}/**").unwrap();
        for paragraph in comment.lines() {
            let mut line = format!("{indent} *");
            for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
                if line.chars().count() + 1 + word.chars().count() > WIDTH {
                    writeln!(self.output, "{line}").unwrap();
                    line = format!("{indent} *");
                }
                write!(line, " {word}").unwrap();
            }
            writeln!(self.output, "{line}").unwrap();
        }
        writeln!(self.output, "{indent} */").unwrap();
    }
}

/// The comment of a type or member as TypeScript says it: without links and examples of Rust, one line a paragraph.
fn comment_of(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    let text = text.split("# Examples").next().unwrap_or_default().trim();
    let paragraphs: Vec<_> = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
    let mut written = String::new();
    for (index, piece) in paragraphs.join("\n\n").split('`').enumerate() {
        match piece {
            _ if index % 2 == 0 => written.push_str(&without_links(piece)),
            "None" => written.push_str("`null`"),
            code => write!(written, "`{}`", camel_case(code)).unwrap(),
        }
    }
    written.replace("`null`", "null")
}

/// Text between two pieces of code, without the brackets and the addresses of links around them.
fn without_links(text: &str) -> String {
    let text = match (text.strip_prefix("]("), text.find(')')) {
        (Some(_), Some(end)) => &text[end + 1..],
        _ => text.strip_prefix(']').unwrap_or(text),
    };
    text.strip_suffix('[').unwrap_or(text).to_owned()
}

fn camel_case(code: &str) -> String {
    let mut written = String::new();
    let code = code.replace("::", ".");
    let mut characters = code.chars().peekable();
    while let Some(character) = characters.next() {
        match characters.peek() {
            Some(next) if character == '_' && next.is_ascii_lowercase() => {
                written.push(next.to_ascii_uppercase());
                characters.next();
            }
            _ => written.push(character),
        }
    }
    written
}

fn without_comment(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(object) = schema.as_object_mut() {
        object.remove("description");
        object.remove("default");
    }
    schema
}

/// The definitions that some types need, themselves included.
fn definitions(settings: SchemaSettings, types: &[fn(&mut SchemaGenerator)]) -> Map<String, Value> {
    let mut generator = settings.into_generator();
    types.iter().for_each(|add| add(&mut generator));
    generator.take_definitions(true)
}

fn add<T: JsonSchema>(generator: &mut SchemaGenerator) {
    generator.subschema_for::<T>();
}

fn shape_of<T: JsonSchema>() -> Value {
    without_comment(&SchemaSettings::draft2020_12().into_generator().subschema_for::<T>().to_value())
}

fn document_definitions() -> Map<String, Value> {
    definitions(SchemaSettings::draft2020_12().for_deserialize(), &[add::<Document>])
}

fn document() -> String {
    let aliases: [(&str, Value, &str); 2] = [
        ("Condition", shape_of::<Condition>(), "Record<string, string[]>"),
        ("Interval", shape_of::<Interval>(), "[string, string]"),
    ];
    let mut output = format!("{HEAD}\nimport type {{ Text }} from \"./types.js\";\n\n");
    output.push_str(
        "/** A subject to the values that satisfy it. Every key has to hold; one of its values is enough. */\n",
    );
    writeln!(output, "export type {} = {};\n", aliases[0].0, aliases[0].2).unwrap();
    output.push_str(
        "/** Opening and closing time, such as \"09:00\" and \"17:30\"; \"24:00\" is the end of the day. */\n",
    );
    writeln!(output, "export type {} = {};\n", aliases[1].0, aliases[1].2).unwrap();
    let mut names = vec![("Text", shape_of::<Text>())];
    names.extend(aliases.map(|(name, shape, _)| (name, shape)));
    let mut writer = Writer { names: &DOCUMENT_NAMES, aliases: names, output };
    for (name, schema) in &document_definitions() {
        writer.definition(name, schema);
    }
    format!("{}\n", writer.output.trim_end())
}

fn engine() -> String {
    let settings = SchemaSettings::draft2020_12();
    let mut all = definitions(
        settings.clone().for_deserialize(),
        &[
            add::<Answers>,
            add::<CaseFacts>,
            add::<CustomerContext>,
            add::<Period>,
            add::<ReportOptions>,
            add::<AvailabilityOptions>,
        ],
    );
    // JavaScript has more kinds of instants than JSON: js/types.ts says which.
    all.remove("Instant");
    // The defaults of the other members hide that there is none for this one.
    for name in ["ReportOptions", "AvailabilityOptions"] {
        let comment = all[name]["properties"]["asOf"]["description"].take();
        all[name]["properties"]["asOf"] = json!({ "$ref": "#/$defs/Instant", "description": comment });
        all[name]["required"] = json!(["asOf"]);
    }
    let arguments: Vec<_> = all.keys().cloned().collect();
    let mut results = definitions(
        settings.for_serialize(),
        &[
            add::<Diagnostic>,
            add::<PolicyChange>,
            add::<Classification>,
            add::<NextQuestion>,
            add::<ParsedVector>,
            add::<Objective>,
            add::<Evaluation>,
            add::<Expectation>,
            add::<Guidance>,
            add::<NextContext>,
            add::<TierFeature>,
            add::<Deliverable>,
            add::<UtcOffset>,
            add::<ReportResult>,
            add::<AvailabilityResult>,
            add::<ErrorCode>,
        ],
    );
    let instant = without_comment(&json!({ "$ref": "#/$defs/Instant" }));
    results.remove("Instant");
    let of_document = document_definitions();
    let shared: Vec<_> = results.iter().filter(|(name, schema)| of_document.get(*name) == Some(schema)).collect();
    let shared: Vec<_> = shared.into_iter().map(|(name, _)| name.clone()).collect();
    results.retain(|name, _| !shared.contains(name) && !arguments.contains(name));
    let known = |(code, meaning): &(&str, &str)| json!({ "const": code, "description": meaning });
    let codes: Vec<_> = Diagnostic::CODES.iter().map(known).collect();
    results["ErrorCode"]["description"] = json!("The codes of errors that the engine gives.");
    results["ProblemCode"]["description"] =
        json!("The reason for which a row, or a whole log, could not be evaluated.");
    results["Diagnostic"]["properties"]["code"]["$ref"] = json!("#/$defs/DiagnosticCode");

    // Types of the document that only others of the document mention are not imported.
    let mentions = |name: &String| {
        let reference = format!("\"#/$defs/{name}\"");
        all.values().chain(results.values()).any(|schema| schema.to_string().contains(&reference))
    };
    let shared: Vec<String> = shared.into_iter().filter(mentions).collect();
    let mut output = format!("{HEAD}\nimport type {{ {} }} from \"./document.js\";\n", shared.join(", "));
    output.push_str("import type { DiagnosticCode, Instant, Text } from \"./types.js\";\n\n");
    let text = ("Text", shape_of::<Text>());
    let mut writer = Writer { names: &ENGINE_NAMES, aliases: vec![text.clone()], output };
    for (name, schema) in &all {
        writer.definition(name, schema);
    }
    writer.aliases.push(("string", instant));
    for (name, schema) in &results {
        writer.definition(name, schema);
    }
    writer.definition(
        "KnownDiagnosticCode",
        &json!({ "description": "The codes of findings, as docs/diagnostics.md explains them.", "oneOf": codes }),
    );
    format!("{}\n", writer.output.trim_end())
}

fn assert_current(path: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(&path, expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{} has drifted from the Rust types", path.display());
}

#[test]
fn the_types_of_the_document_are_those_of_rust() {
    assert_current("js/document.ts", &document());
}

#[test]
fn the_types_of_arguments_and_results_are_those_of_rust() {
    assert_current("js/engine-types.ts", &engine());
}
