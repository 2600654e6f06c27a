"""What the furniture of news pages says, as patterns for whole lines; case does not matter."""

import re

__all__ = ["COMMENT_FORM", "LINE", "LIST_HEAD", "SECTION"]


def _whole(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|viber|vk|messenger"
    r"|instagram|youtube|threads|bluesky|mastodon|tweet|share|print|copy link|link|save|pdf|mail)"
)

# Single lines that can stand anywhere in a page.
LINE = _whole(
    # links to other articles
    r"(?:also\s+read|read\s+(?:also|more|next|this(?:\s+too)?))(?:\s*[:–—\-|>»].*|\b[^.]*)",
    r"(?:see|watch|listen|learn)\s+(?:also|more|next|now)(?:\s*[:–—\-|>»].*|\s+(?:about|at)\s[^.]*|)",
    r"(?:related|more|further reading|recommended|don['’]t miss|you may also like|up next|watch"
    r"|editor['’]?s['’]? picks?|most read)\s*:\s.*",
    r"(?:click|tap|press)\s+here\b.*",
    # sharing and following
    r"share(?:\s+(?:this|on|via|with|the)\b[^.]*|\s*:.*|)",
    rf"{_NETWORK}(?:[\s|,/·•]+{_NETWORK})+",
    r"follow\s+(?:us|@\w+|our|me)\b.*",
    r"(?:subscribe|sign\s*up)\b[^.]*[.!]?|(?:log|sign)\s*in(?:\s+to\b[^.]*)?",
    r"register\s+(?:now|here|for free)\b.*|like this(?:\s*:.*)?",
    # tags and tools
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|tagged|labels?|filed under|sections?)\s*:.*",
    r"(?:print|e-?mail|bookmark|save|download|listen to)(?:\s+(?:this|the))?"
    r"\s+(?:page|article|story|post|pdf)",
    r"\d[\d,.]*\s+(?:comments?|shares?|views?|likes?|reactions?)",
    r"\d+\s*min(?:ute)?s?\.?\s+read|report (?:an )?error",
    r"comments?(?:\s*\(\d+\))?|no comments(?: yet)?|reply",
    # notices
    r".{0,60}\b(?:we|site|website|page)\s+uses?\s+cookies\b.*",
    r"(?:accept|reject|manage)\s+(?:all\s+)?cookies.*|cookie\s+(?:policy|settings|notice).*",
    r"(?:©|\(c\)|copyright\b\s*(?:©|\(c\))?)\s.{0,80}\d{4}.*|.{0,90}\ball rights reserved\b.{0,40}",
    r"advertisements?|sponsored(?:\s+content)?|promoted|skip (?:ad|to (?:main )?content)",
    # ways through the site
    r"(?:date\s+)?archives?|back to (?:top|home|the top)|to the top",
    r"home(?:\s*[>»/|]\s*[\w ]+)+",
    r"[«‹<]?\s*(?:previous|older|next|newer)"
    r"(?:\s+(?:page|articles?|posts?|story|entries))?\s*[»›>]?",
    r"page\s+\d+(?:\s+of\s+\d+)?|(?:\d+\s+){2,}(?:\d+|…|\.\.\.|next\b.*)",
    r"(?:load|show|view|see)\s+(?:more|all)(?:\s+\w+){0,3}",
)

# A form for comments: what follows it is not the article.
COMMENT_FORM = _whole(
    r"(?:submit|post|leave|add|write)\s+(?:a|your)\s+(?:comment|reply|response)s?\b.{0,40}",
    r"your (?:e-?mail )?address will not be published.*|required fields are marked.*",
    r"comments are (?:closed|moderated|off)\b.*|(?:log|sign) in to (?:comment|reply)\b.*",
    r"join the (?:conversation|discussion)\b.{0,40}|be the first to comment.*",
)

# The head of a list of other articles, alone on its line.
LIST_HEAD = _whole(
    r"(?:latest|recent|popular|trending)\s+(?:posts?|news|stories|articles|publications|videos?)",
    r"most\s+(?:read|popular|viewed|shared|commented)|trending now|read (?:more|also|next)",
    r"(?:more|also)\s+(?:from|in|on)\s+.{2,40}|more\s+(?:news|stories|articles)|see also",
    r"related(?:\s+(?:articles?|posts?|stories|news|content|topics|links))?",
    r"you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?:\s+for you)?",
    r"[uú]ltim[ao]s\s+(?:publicaciones|noticias|entradas)",
    r"(?:art[ií]culos|noticias) relacionad[ao]s",
    r"[àa] lire aussi|mehr zum thema|читайте также|oxşar xəbərlər|son xəbərlər|benzer haberler",
)

SECTION = _whole(
    r"(?:world|politics|news|top news|breaking(?: news)?|opinion|analysis|interview|europe|asia"
    r"|middle east|africa|americas|caucasus|region|regional|home|business|economy|defen[cs]e"
    r"|diplomacy|society|features?|exclusive|editorial|international|foreign affairs|conflict"
    r"|political|security|latest(?: news)?|live|video)(?:\s+(?:news|in brief|briefing))?",
)
