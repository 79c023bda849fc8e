-- An import asks for a thousand references at a time, whichever intervention they were used in.
drop index participation_reference;
create index participation_reference on participation (controller_id, reference_hmac, intervention_id) where reference_hmac is not null;
