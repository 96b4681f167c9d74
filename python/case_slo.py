"""Elements of case-slo in Sphinx and in MkDocs: one file, an extension of the first and a hook of the second.

Both fill the tags with the text of the policy by `case-slo tags`, so they need Node 20, and add the script of the elements to every page.
Sphinx: `extensions = ["case_slo"]`, then `.. slo-table::` with attributes as options; `case_slo_policy` names a policy.
MkDocs: `hooks: [node_modules/case-slo/python/case_slo.py]`, then fences ```` ```slo-table tier=premium ````;
`extra: {case_slo_policy: policy.json}` names a policy, a file of the documentation.
"""

import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
DIST = os.path.join(HERE, "..", "dist")
SCRIPT = "case-slo.js"
ELEMENTS = ["calculator", "clock", "table", "wizard"]


def fill(markdown, policy=None, lang=None, src=None):
    """Returns Markdown with the fences of elements as tags."""
    arguments = ["node", os.path.join(DIST, "cli.js"), "tags", "-"]
    for name, value in (("policy", policy), ("lang", lang), ("src", src)):
        if value:
            arguments += ["--" + name, value]
    done = subprocess.run(arguments, input=markdown.encode(), capture_output=True, check=False)
    if done.returncode != 0:
        raise ValueError(done.stderr.decode().strip())
    return done.stdout.decode()


# MkDocs


def on_config(config):
    from markdown.extensions import Extension

    class Blocks(Extension):
        """Python-Markdown leaves only the HTML of elements that it knows as blocks unchanged."""

        def extendMarkdown(self, md):
            md.block_level_elements = [*md.block_level_elements, *("slo-" + name for name in ELEMENTS)]

    config["markdown_extensions"].append(Blocks())
    config["extra_javascript"].append(SCRIPT)
    return config


def on_files(files, config):
    from mkdocs.structure.files import File

    file = File(SCRIPT, DIST, config["site_dir"], config["use_directory_urls"])
    files.append(file)
    return files


def on_page_markdown(markdown, page, config, files):
    if "slo-" not in markdown:
        return markdown
    name = config["extra"].get("case_slo_policy")
    theme = config["theme"]
    lang = theme["language"] if "language" in theme else None
    if name is None:
        return fill(markdown, lang=lang)
    return fill(markdown, os.path.join(config["docs_dir"], name), lang, files.get_file_from_path(name).url_relative_to(page.file))


# Sphinx


def setup(app):
    from docutils import nodes
    from sphinx.util.docutils import SphinxDirective

    class Element(SphinxDirective):
        has_content = True
        option_spec = _Options()

        def run(self):
            attributes = "".join(f' {name}="{value}"' if value else f" {name}" for name, value in self.options.items())
            text = "\n".join(self.content)
            config = self.config
            policy = config.case_slo_policy
            source = os.path.join(self.env.srcdir, policy) if policy else None
            src = "/".join([".."] * self.env.docname.count("/") + ["_static", os.path.basename(policy)]) if policy else None
            fence = f"```{self.name}{attributes}\n{text}\n```\n"
            try:
                html = fill(fence, source, config.language, src)
            except ValueError as error:
                raise self.error(str(error))
            return [nodes.raw("", html, format="html")]

    for name in ELEMENTS:
        app.add_directive("slo-" + name, Element)
    app.add_config_value("case_slo_policy", None, "env")
    app.add_js_file(SCRIPT)
    app.connect("builder-inited", _add_files)
    return {"parallel_read_safe": True}


def _add_files(app):
    app.config.html_static_path.append(os.path.join(DIST, SCRIPT))
    if app.config.case_slo_policy:
        app.config.html_static_path.append(os.path.join(app.srcdir, app.config.case_slo_policy))


class _Options(dict):
    """The attributes of an element: any name, with or without a value."""

    def __missing__(self, name):
        return lambda value: value or ""

    def __contains__(self, name):
        return True

    def __bool__(self):
        return True
