-- A report answers the day by which it was due, or none when it is a supplement: they were counted, so that two for one day stood for the next as well, and money went out without that.
alter table grant_step add column report_due date check (report_due is null or act = 'report');
comment on column grant_step.report_due is 'Dagen då delredovisningen skulle ha kommit in; tom för en komplettering';

-- Those that have come in stand for the days that they stood for, also in years that are closed.
alter table grant_step disable trigger open_year;
update grant_step s set report_due = d.due
from (
  select association_id, grant_id, step, row_number() over (partition by association_id, grant_id order by step) as at
  from grant_step where act = 'report') r
join (
  select association_id, grant_id, due, row_number() over (partition by association_id, grant_id order by due) as at
  from (
    select distinct a.association_id, a.grant_id, x.due::date as due
    from grant_step a cross join lateral jsonb_array_elements_text(a.reports_due) as x (due) where a.act = 'agree') days) d
  on d.association_id = r.association_id and d.grant_id = r.grant_id and d.at = r.at
where s.association_id = r.association_id and s.grant_id = r.grant_id and s.step = r.step;
alter table grant_step enable trigger open_year;
-- One report answers a day, for whoever writes past the program too.
create unique index on grant_step (association_id, grant_id, report_due) where report_due is not null;
