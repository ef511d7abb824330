"""The audit: how well documents agree with the glossary as a whole, who can mend what, and what to do first.

gather  a run's verdicts -> an Audit
score   how far statements agree, and why it is counted so
model   the nouns: Audit, AuditedDocument, Group, Score
page    an Audit -> the page a manager reads
"""
