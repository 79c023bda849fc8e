-- An import asks for many references at a time, whichever intervention they were used in.
drop index participation_reference;
create index participation_reference on participation (controller_id, reference_hmac) where reference_hmac is not null;

-- Rows waiting to be written are kept as they came: nothing asks inside them.
alter table import_chunk alter column rows type text using rows::text;

-- A fact repeats what its participation says about place, which has been checked there; it goes when the participation goes.
alter table fact drop constraint fact_association_id_fkey;
alter table fact drop constraint fact_intervention_id_fkey;
alter table fact drop constraint fact_municipality_fkey;
