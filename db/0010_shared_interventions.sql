alter table intervention_association drop constraint intervention_association_share_percent_check;
alter table intervention_association add constraint intervention_association_share_percent_check check (share_percent between 0 and 100);

create table share_proposal (
  id uuid primary key,
  intervention_id uuid not null references intervention,
  proposed_by uuid not null references association,
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  decided_at timestamptz
);
comment on table share_proposal is 'Förslag om hur förbund delar kostnaden för en insats; gäller först när alla berörda förbund har godkänt';
comment on column share_proposal.proposed_by is 'Förbundet som föreslår';
comment on column share_proposal.state is 'Öppet, godkänt av alla, avböjt av något, eller återtaget';
comment on column share_proposal.decided_at is 'När det avgjordes';
create unique index share_proposal_one_open on share_proposal (intervention_id) where state = 'open';

create table share_proposal_part (
  proposal_id uuid not null references share_proposal,
  association_id uuid not null references association,
  share_percent int not null check (share_percent between 0 and 100),
  accepted_at timestamptz,
  primary key (proposal_id, association_id)
);
comment on table share_proposal_part is 'Ett förbunds andel i ett förslag, och när förbundet godkände den';
comment on column share_proposal_part.share_percent is 'Föreslagen andel av kostnaden, procent';
comment on column share_proposal_part.accepted_at is 'När förbundets administratör godkände';
create index share_proposal_part_association on share_proposal_part (association_id);
