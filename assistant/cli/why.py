"""`assistant why`."""

from __future__ import annotations

import click

from assistant.cli.options import json_option


@click.command("why")
@json_option
def command(as_json: bool) -> None:
    """Explain the last decision of any run: what was heard, the best readings, the rule.

    What was said is part of it only with privacy.log_transcripts; without, no words are kept.
    """
    import json
    from dataclasses import asdict

    from assistant.app import last_explanation
    from assistant.cli.output import visible
    from assistant.explanation import in_words

    why = last_explanation()
    if as_json:
        click.echo(json.dumps(asdict(why), ensure_ascii=False))
    else:
        click.echo(visible(in_words(why)))
