-- Signing in at a service leads away from the page that asked for it; nothing is kept in the browser meanwhile.
alter table pending_sign_in add column return_to text;
comment on column pending_sign_in.return_to is 'Sidan som den som loggar in ska tillbaka till; bara en adress inom Samlad';
