from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

PAGE = r"""\documentclass{article}
Words before the document
\newcommand{\product}{Business Lunch}
\title{Flyer for \textbf{teams}}
\date{2026-02-03}
\begin{document}
\maketitle
\section*[short]{Our \emph{new}
  menu}\label{sec:business lunch}
Book a \textbf{Business}
   Lunch\footnote{Not on Sundays.} with \verb|Business Lunch|. % Business Lunch in a comment
Two lines.
\begin{itemize}
  \item One
  \item[Two:] more \\ lines
\end{itemize}
\begin{quote}I had one.\end{quote}
\begin{table}[h]
  \caption{What it costs}
  \begin{tabular}{l@{}p{3cm}}
    \toprule
    Product & Price \\ \midrule
    Business Lunch & \euro 9 \\[2pt]
    \multicolumn{2}{c}{wide} & last \\
  \end{tabular}
\end{table}
\begin{verbatim}
Business Lunch
\end{verbatim}
\end{document}
Words behind it
"""


def test_roles_of_blocks() -> None:
    assert roles("a.tex", PAGE) == [
        ("body", "Business Lunch"),
        ("title", "Flyer for teams"),
        ("title", "Our new\nmenu"),
        ("note", "Not on Sundays."),
        ("body", "Book a Business\nLunch￼ with ￼. Two lines."),
        ("item", "One"),
        ("item", "Two: more \n lines"),
        ("quote", "I had one."),
        ("caption", "What it costs"),
        ("cell", "Product"),
        ("cell", "Price"),
        ("cell", "Business Lunch"),
        ("cell", "€9"),
        ("cell", "wide"),
        ("cell", "last"),
    ]
    document = read("a.tex", PAGE)
    assert document.metadata == {"title": "Flyer for teams", "date": "2026-02-03"}
    assert [(cell.group, cell.column) for cell in document.segments[-6:]] == [
        ("table 1, row 1", 0),
        ("table 1, row 1", 1),
        ("table 1, row 2", 0),
        ("table 1, row 2", 1),
        ("table 1, row 3", 0),
        ("table 1, row 3", 2),
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"{\bf Business} Lunch \large{x} \textsc{a}b", ["Business Lunch x ab"]),
        (r"20\% off \& \$5 \#1 a\_b \{c\}", ["20% off & $5 #1 a_b {c}"]),
        (r"caf\'e na\"{\i}ve gar\c con \v{s}trasse stra\ss e", ["café naïve garçon štrasse straße"]),
        ("``quoted'' -- and --- a~b", ["“quoted” – and — a\xa0b"]),
        (r"\texttrademark{} 5\,kg Business\-Lunch \ldots", ["™ 5\u2009kg Business\xadLunch …"]),
        (r"\href{https://a.b/c%20d}{the page} \url{http://a.b/%20} \cite[p.~1]{x}", ["the page ￼ ￼"]),
        (r"\textcolor{red}{red} \parbox{5cm}{boxed} \vspace{1em} \includegraphics[width=1cm]{a}", ["red boxed  ￼"]),
        (r"for $49.90$ or $x^2$, \(y\) and \[z\]", ["for 49.90 or ￼, ￼ and ￼"]),
        (r"\product{} and \product\ and \known[a]{said}", ["￼ and ￼ and said"]),
        ("Busi%\n  ness", ["Business"]),
        ("one % no\n\ntwo", ["one", "two"]),
        ("\\section{never closed\n\nnext", ["never closed", "next"]),
        ("\\label{never closed\n\nnext", ["next"]),
        (r"\def\old#1{Meals #1}", ["Meals ￼"]),
        (r"\begin{frame}{Title}Said\end{frame}", ["Title", "Said"]),
    ],
)
def test_inline_markup(written: str, read_as: list[str]) -> None:
    assert texts("a.tex", written) == read_as


BLOCKS = st.sampled_from(
    [
        f"{NAME} first\n\n",
        f"\\section{{{NAME}}}\n",
        f"\\textbf{{{NAME}}}, \\emph{{or}} more\n\n",
        f"\\begin{{itemize}}\n  \\item {NAME}\n\\end{{itemize}}\n",
        f"\\begin{{tabular}}{{ll}}a & {NAME} \\\\ {NAME} & b\\end{{tabular}}\n\n",
        f"\\href{{https://example.com/a%20b}}{{{NAME}}}\n\n",
        f"text\\footnote{{{NAME}}} % comment\n",
        f"\\caption{{{NAME}}}\n",
        f"\\newcommand{{\\x}}[1]{{{NAME} #1}}\n",
        f"``{NAME}'' -- \\$5, 20\\% \\'e é😀\n",
        f"\\begin{{quote}}\n  {NAME}\n\\end{{quote}}\n",
        f"\\unknown[a]{{{NAME}}}{{b}} $a$ \\verb|x|\n",
    ]
)


@given(st.lists(BLOCKS, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_places_are_exact(blocks: list[str], line_break: str, whole: bool) -> None:
    text = "".join(blocks)
    wrapped = f"\\documentclass{{a}}\n\\begin{{document}}\n{text}\\end{{document}}\n" if whole else text
    document = read("a.tex", wrapped.replace("\n", line_break))
    assert_exact(document)
    assert found(document) == [NAME] * text.count(NAME)


def test_a_name_over_markup_and_lines_is_located() -> None:
    document = read("a.tex", PAGE)
    assert found(document, "Business\nLunch") == ["Business}\n   Lunch"]


@pytest.mark.parametrize(
    "hostile",
    [
        "{",
        "\\a{",
        "\\section{",
        "\\label{",
        "$a ",
        "\\verb|",
        "\\begin{a}",
        "\\begin{verbatim}",
        "\\footnote{",
        "\\[",
        "\\a[a]",
    ],
)
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.tex", hostile * 25_000))


def test_survives_damage() -> None:
    assert_survives("a.tex", PAGE)
