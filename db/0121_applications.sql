-- Applications: from an idea to a decision. What is applied for is kept in versions, the answers of each member as they were given, what the office has found of the law,
-- and each step names the one before it and the state that it left, so that none can be skipped: also for whoever writes past the program.
create table application (
  association_id uuid not null references association,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id)
);
comment on table application is 'Ansökningar om medel till en insats';

create table application_version (
  association_id uuid not null,
  application_id uuid not null,
  version int not null check (version > 0),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, application_id, version),
  foreign key (association_id, application_id) references application
);
comment on table application_version is 'Vad en ansökan innehåller; varje ändring är en ny version';
comment on column application_version.content is 'Ansökans fält';

create table application_answer (
  association_id uuid not null,
  application_id uuid not null,
  organisation_id uuid not null references organisation,
  version int not null check (version > 0),
  takes_part boolean not null,
  owns boolean not null,
  staff text not null,
  cofinancing_ore bigint not null check (cofinancing_ore >= 0),
  cofinancing_kind text not null check (cofinancing_kind in ('none', 'cash', 'staff', 'benefits')),
  decided_by text not null,
  decided_on date not null,
  evidence text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, application_id, organisation_id, version),
  foreign key (association_id, application_id) references application,
  check ((cofinancing_ore > 0) = (cofinancing_kind <> 'none')),
  check (takes_part or not owns)
);
comment on table application_answer is 'Vad varje medlem har svarat om en ansökan; den senaste versionen gäller';
comment on column application_answer.takes_part is 'Om medlemmen deltar';
comment on column application_answer.owns is 'Om medlemmen äger insatsen';
comment on column application_answer.staff is 'Vilken personal medlemmen lånar ut';
comment on column application_answer.cofinancing_ore is 'Medfinansiering, öre';
comment on column application_answer.cofinancing_kind is 'Medfinansieringens slag';
comment on column application_answer.decided_by is 'Den som beslutade hos medlemmen';
comment on column application_answer.decided_on is 'Beslutets dag';
comment on column application_answer.evidence is 'Var beslutet står';

create table application_finding (
  association_id uuid not null,
  application_id uuid not null,
  item text not null,
  version int not null check (version > 0),
  holds boolean not null,
  evidence text not null check (length(evidence) >= 3),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, application_id, item, version),
  foreign key (association_id, application_id) references application
);
comment on table application_finding is 'Vad kansliet har funnit om varje fråga som lagen ställer; den senaste versionen gäller';
comment on column application_finding.item is 'Frågan';
comment on column application_finding.holds is 'Om kravet är uppfyllt';
comment on column application_finding.evidence is 'Stöd eller skäl';

create table application_step (
  association_id uuid not null,
  application_id uuid not null,
  step int not null check (step > 0),
  previous int check (previous is not distinct from nullif(step - 1, 0)),
  act text not null,
  was text,
  state text not null,
  dated date not null,
  meeting_on date,
  reference text not null,
  note text not null,
  amount_ore bigint check (amount_ore > 0),
  intervention_id uuid references intervention,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, application_id, step),
  unique (association_id, application_id, step, state),
  foreign key (association_id, application_id) references application,
  foreign key (association_id, application_id, previous, was) references application_step (association_id, application_id, step, state),
  check ((step = 1) = (was is null)),
  check ((act, coalesce(was, ''), state) in (
    ('begin', '', 'draft'), ('submit', 'draft', 'submitted'), ('withdraw', 'draft', 'withdrawn'),
    ('completeMore', 'submitted', 'draft'), ('recommendGrant', 'submitted', 'recommended'), ('recommendReject', 'submitted', 'recommended'),
    ('grant', 'recommended', 'granted'), ('reject', 'recommended', 'rejected'), ('completeMore', 'recommended', 'draft'),
    ('resubmit', 'rejected', 'draft'), ('agree', 'granted', 'agreed'), ('start', 'agreed', 'started'))),
  check ((act = 'submit') = (meeting_on is not null)),
  check ((act = 'grant') = (amount_ore is not null)),
  check ((act = 'start') = (intervention_id is not null))
);
comment on table application_step is 'Steg från utkast till beslut, avtal och start; rader läggs bara till';
comment on column application_step.step is 'Stegets nummer';
comment on column application_step.previous is 'Numret på steget före';
comment on column application_step.act is 'Vad som gjordes';
comment on column application_step.was is 'Läget före';
comment on column application_step.state is 'Läget efter';
comment on column application_step.dated is 'Dag';
comment on column application_step.meeting_on is 'Beredningsgruppens möte';
comment on column application_step.reference is 'Diarienummer eller annan beteckning';
comment on column application_step.note is 'Reservationer, skäl eller vad som ska kompletteras';
comment on column application_step.amount_ore is 'Beviljat belopp, öre';
comment on column application_step.intervention_id is 'Insatsen som startade';

create table application_comment (
  association_id uuid not null,
  application_id uuid not null,
  id uuid not null,
  text text not null check (text <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id),
  foreign key (association_id, application_id) references application
);
comment on table application_comment is 'Kommentarer till en ansökan; rader läggs bara till';
comment on column application_comment.text is 'Kommentaren';

-- A document of an application; with `withdrawn` it is taken away again, with the reason.
create table application_document (
  association_id uuid not null,
  application_id uuid not null,
  document_id uuid not null,
  withdrawn boolean not null,
  reason text not null check ((reason <> '') = withdrawn),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, application_id, document_id, withdrawn),
  foreign key (association_id, application_id) references application,
  foreign key (association_id, document_id) references document
);
comment on table application_document is 'Handlingar till en ansökan; rader läggs bara till';
comment on column application_document.withdrawn is 'Om raden tar bort handlingen från sidan';
comment on column application_document.reason is 'Varför handlingen togs bort; tomt när den lades till';

do $$
declare name text;
begin
  foreach name in array array['application', 'application_version', 'application_answer', 'application_finding', 'application_step',
    'application_comment', 'application_document'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Nobody writes in another's name.
    execute format('create policy own_association on %I to samlad_office using (association_id = any ((select scope_associations())::uuid[]))
      with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
  end loop;
end $$;
