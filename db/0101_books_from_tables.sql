-- Books may come as a table from a spreadsheet too.
alter table accounting_file drop constraint accounting_file_sie_type_check;
alter table accounting_file add constraint accounting_file_sie_type_check check (sie_type in ('1', '2', '3', '4E', '4I', 'table'));
comment on column accounting_file.sie_type is 'SIE-typ, eller table för en tabell ur ett kalkylark';
