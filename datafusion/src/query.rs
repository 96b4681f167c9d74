//! A query over files, and its result as a table or a file.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch, make_array};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::csv;
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::arrow::json;
use datafusion::arrow::util::display::FormatOptions;
use datafusion::arrow::util::pretty::pretty_format_batches_with_options;
use datafusion::common::{DataFusionError, Result, TableReference, plan_err};
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::csv::CsvFormat;
use datafusion::datasource::file_format::json::JsonFormat;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::SessionContext;
use futures::StreamExt;

/// The form of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// A table for people.
    Table,
    /// CSV; the members of a struct are columns of their own.
    Csv,
    /// A JSON object a row, each on its own line.
    Json,
    /// Parquet.
    Parquet,
}

/// Registers the files that a query names in the place of tables: a path, a pattern such as 'cases/*.parquet', or a folder.
///
/// Timestamps of CSV are read as text: whether they have an offset is seen row by row.
///
/// # Errors
///
/// The query cannot be read, no file matches, or a file is neither Parquet, CSV nor JSON.
pub async fn register_files(context: &SessionContext, query: &str, delimiter: u8) -> Result<()> {
    let state = context.state();
    let dialect = state.config_options().sql_parser.dialect;
    let statement = state.sql_to_statement(query, &dialect)?;
    for table in state.resolve_table_references(&statement)? {
        let TableReference::Bare { table: name } = &table else { continue };
        if context.table_exist(table.clone())? || !is_path(name) && !Path::new(&**name).is_dir() {
            continue;
        }
        let found = listing(context, name, delimiter).await?;
        context.register_table(table, Arc::new(found))?;
    }
    Ok(())
}

/// Whether a name is meant as a path.
fn is_path(name: &str) -> bool {
    name.contains(['/', '\\', '.', '*'])
}

async fn listing(context: &SessionContext, path: &str, delimiter: u8) -> Result<ListingTable> {
    let name = path.trim_end_matches(".gz");
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or("");
    let format: Arc<dyn FileFormat> = match extension {
        "parquet" | "" => Arc::new(ParquetFormat::default()),
        "csv" | "tsv" => {
            let delimiter = if extension == "tsv" { b'\t' } else { delimiter };
            let compression = if name == path { "" } else { "gzip" };
            Arc::new(
                CsvFormat::default()
                    .with_has_header(true)
                    .with_delimiter(delimiter)
                    .with_file_compression_type(compression.parse()?),
            )
        }
        "json" | "jsonl" | "ndjson" => Arc::new(JsonFormat::default()),
        other => return plan_err!("'{path}': expected a file of .parquet, .csv, .tsv or .json, found .{other}"),
    };
    let ending = match &path[path.rfind(['/', '\\']).map_or(0, |at| at + 1)..] {
        _ if extension.is_empty() => ".parquet".to_owned(),
        file => file[file.find(extension).unwrap_or(0).saturating_sub(1)..].to_owned(),
    };
    let url = ListingTableUrl::parse(if extension.is_empty() { format!("{path}/") } else { path.to_owned() })?;
    let options = ListingOptions::new(format).with_file_extension(ending);
    let state = context.state();
    let missing = || DataFusionError::Plan(format!("'{path}': there is no such file"));
    let store = context.runtime_env().object_store(&url)?;
    let mut files = url.list_all_files(&state, store.as_ref(), options.file_extension.as_str()).await?;
    files.next().await.ok_or_else(missing)??;
    drop(files);
    let schema = options.infer_schema(&state, &url).await?;
    let schema = if extension.ends_with("sv") { with_text_timestamps(&schema) } else { schema };
    ListingTable::try_new(ListingTableConfig::new(url).with_listing_options(options).with_schema(schema))
}

/// The columns of CSV, timestamps as text.
fn with_text_timestamps(schema: &Schema) -> SchemaRef {
    let field = |field: &Arc<Field>| match field.data_type() {
        DataType::Timestamp(..) => Arc::new(field.as_ref().clone().with_data_type(DataType::Utf8)),
        _ => Arc::clone(field),
    };
    Arc::new(Schema::new(schema.fields().iter().map(field).collect::<Vec<_>>()))
}

/// Writes batches as they come.
pub struct Output {
    form: Form,
    /// A table is written as a whole, to know how wide its columns are.
    kept: Vec<RecordBatch>,
    schema: SchemaRef,
    writer: Writer,
}

enum Writer {
    Plain(Box<dyn Write>),
    Csv(Box<csv::Writer<Box<dyn Write>>>),
    Json(json::LineDelimitedWriter<Box<dyn Write>>),
    Parquet(Box<ArrowWriter<File>>),
}

impl Output {
    /// Begins to write a result to a file, or to the standard output.
    ///
    /// # Errors
    ///
    /// The file cannot be written, or Parquet has no file.
    pub fn new(form: Form, file: Option<&PathBuf>, schema: SchemaRef) -> Result<Self> {
        let open = || -> Result<Box<dyn Write>> {
            match file {
                Some(path) => Ok(Box::new(create(path)?)),
                None => Ok(Box::new(io::stdout())),
            }
        };
        let writer = match (form, file) {
            (Form::Table, _) => Writer::Plain(open()?),
            (Form::Csv, _) => Writer::Csv(Box::new(csv::Writer::new(open()?))),
            (Form::Json, _) => Writer::Json(json::LineDelimitedWriter::new(open()?)),
            (Form::Parquet, Some(path)) => {
                Writer::Parquet(Box::new(ArrowWriter::try_new(create(path)?, Arc::clone(&schema), None)?))
            }
            (Form::Parquet, None) => return plan_err!("Parquet is written to a file: name one with --output"),
        };
        Ok(Self { form, kept: Vec::new(), schema, writer })
    }

    /// Writes a batch.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn write(&mut self, batch: RecordBatch) -> Result<()> {
        match &mut self.writer {
            Writer::Plain(_) => self.kept.push(flat(&batch)?),
            Writer::Csv(writer) => writer.write(&flat(&batch)?)?,
            Writer::Json(writer) => writer.write(&batch)?,
            Writer::Parquet(writer) => writer.write(&batch)?,
        }
        Ok(())
    }

    /// Ends the result.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn finish(mut self) -> Result<()> {
        if self.form == Form::Csv || self.form == Form::Table {
            // A result without rows has a header.
            self.write(RecordBatch::new_empty(Arc::clone(&self.schema)))?;
        }
        match self.writer {
            Writer::Plain(mut writer) => {
                let options = FormatOptions::default().with_null("");
                let table = pretty_format_batches_with_options(&self.kept, &options)?;
                writeln!(writer, "{table}")?;
            }
            Writer::Csv(writer) => writer.into_inner().flush()?,
            Writer::Json(mut writer) => {
                writer.finish()?;
                writer.into_inner().flush()?;
            }
            Writer::Parquet(writer) => {
                writer.close()?;
            }
        }
        Ok(())
    }
}

fn create(path: &PathBuf) -> Result<File> {
    let named = |error| DataFusionError::Execution(format!("{}: {error}", path.display()));
    File::create(path).map_err(named)
}

/// A batch whose structs are columns of their own, such as "attainment.met".
fn flat(batch: &RecordBatch) -> Result<RecordBatch> {
    let (mut fields, mut columns): (Vec<Field>, Vec<ArrayRef>) = (Vec::new(), Vec::new());
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        let DataType::Struct(members) = field.data_type() else {
            fields.push(field.as_ref().clone());
            columns.push(Arc::clone(column));
            continue;
        };
        let parent = column.as_struct();
        for (member, column) in members.iter().zip(parent.columns()) {
            let nulls = NullBuffer::union(parent.nulls(), column.nulls());
            let name = format!("{}.{}", field.name(), member.name());
            fields.push(Field::new(name, member.data_type().clone(), true));
            columns.push(make_array(column.to_data().into_builder().nulls(nulls).build()?));
        }
    }
    Ok(RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)?)
}
