-- What a person has just asked for is sent to her also in quiet hours.
alter table pushes add column asked boolean not null default false;
