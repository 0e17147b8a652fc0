-- A number is one person's at a time. Whoever has left keeps hers in the books, also when it is somebody else's by now.
alter table cadres drop constraint cadres_phone_key;
create unique index cadres_phone on cadres (phone) where left_on is null;
create index cadres_of_phone on cadres (phone);

-- Where no channel can prove a number, whoever asks to be added writes hers herself.
alter table join_requests add column proved boolean not null default true;
