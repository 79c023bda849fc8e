-- Revenue is to exceed cost (§ 21 lag 2003:1210, KL 11:5); where an association plans otherwise, as when it uses up what it has left, its reason stands with the year.
alter table association_economy add column deficit_reason text not null default '' check (length(deficit_reason) <= 500);
comment on column association_economy.deficit_reason is 'Varför kostnaderna är större än medlen det året; tomt när det inte är angivet';
