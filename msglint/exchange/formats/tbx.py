"""TBX (ISO 30042): terminology for term bases. Written as TBX-Basic in DCA style; read in any dialect, and in TBX 2.

concept             <conceptEntry id="msglint.ID">; ids of other programs mean nothing here
type                <descrip type="subjectField">
definition, note    <descrip type="definition">, <note>
labels              <termSec> in the <langSec> of their language, with <termNote type="administrativeStatus">;
                    a known slip is a deprecated term of <termNote type="termType">variant
why                 <note> of a <termSec>
"""

from msglint.exchange.incoming import Incoming
from msglint.exchange.passing import Arriving, Export
from msglint.model.glossary import Glossary


def write(glossary: Glossary) -> Export:
    """What TBX holds of a glossary, and what it does not."""
    from msglint.exchange.terminology.writing import left_out, tbx_of

    return Export(tbx_of(glossary), left_out(glossary))


def read(arriving: Arriving) -> Incoming:
    """Raises GlossaryError and ReadError."""
    from msglint.exchange.terminology.reading import terminology_of

    return terminology_of(arriving)
