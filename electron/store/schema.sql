CREATE TRIGGER appointment_changes_are_not_changed before update on appointment_changes begin select raise(abort, 'what became of an appointment is immutable'); end;

CREATE TRIGGER appointments_not_in_merged before insert on appointments
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER attachment_descriptions_are_not_deleted before delete on attachment_descriptions
  begin select raise(abort, 'what a paper was called is not deleted'); end;

CREATE TRIGGER attachment_descriptions_are_not_updated before update on attachment_descriptions
  begin select raise(abort, 'what a paper was called is immutable'); end;

CREATE TRIGGER attachment_errors_are_not_deleted before delete on attachment_errors begin select raise(abort, 'that a paper was entered in error is not deleted'); end;

CREATE TRIGGER attachment_errors_are_not_updated before update on attachment_errors begin select raise(abort, 'that a paper was entered in error is immutable'); end;

CREATE TRIGGER attachment_moves_are_not_deleted before delete on attachment_moves begin select raise(abort, 'a move of a paper is not deleted'); end;

CREATE TRIGGER attachment_moves_are_not_updated before update on attachment_moves begin select raise(abort, 'a move of a paper is immutable'); end;

CREATE TRIGGER attachments_are_not_deleted before delete on attachments begin select raise(abort, 'what a filed paper is is not deleted'); end;

CREATE TRIGGER attachments_are_not_updated before update on attachments begin select raise(abort, 'what a filed paper is is immutable'); end;

CREATE TRIGGER audit_has_its_day after insert on audit begin
  insert into trail_days values (substr(new.at, 1, 10), new.seq, new.seq)
  on conflict (day) do update set first_seq = min(first_seq, new.seq), last_seq = max(last_seq, new.seq);
  end;

CREATE TRIGGER audit_is_not_changed before update on audit begin select raise(abort, 'audit is append-only'); end;

CREATE TRIGGER audit_is_not_deleted before delete on audit begin select raise(abort, 'audit is append-only'); end;

CREATE TRIGGER card_readings_are_not_changed before update on card_readings when not (new."id" is old."id" and new."sha256" is old."sha256" and new."card" is old."card" and new."read_at" is old."read_at" and new."read_by" is old."read_by" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'readings are immutable'); end;

CREATE TRIGGER card_readings_not_in_merged before insert on card_readings
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER care_team_not_in_merged before insert on care_team
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER clearance_replies_are_not_changed before update on clearance_replies  begin select raise(abort, 'answers are immutable'); end;

CREATE TRIGGER clearances_are_not_changed before update of id, client_id, request, asked_at, asked_by on clearances when not (new."id" is old."id" and new."contact_id" is old."contact_id" and new."request" is old."request" and new."asked_at" is old."asked_at" and new."asked_by" is old."asked_by" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'requests are immutable'); end;

CREATE TRIGGER clearances_not_in_merged before insert on clearances
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER client_custom_values_not_in_merged before insert on client_custom_values
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER client_errors_are_not_deleted before delete on client_errors
       begin select raise(abort, 'that a record was entered in error is immutable'); end;

CREATE TRIGGER client_errors_are_not_updated before update on client_errors
       begin select raise(abort, 'that a record was entered in error is immutable'); end;

CREATE TRIGGER client_imports_are_not_changed before update of seq, id, file_name, sha256, clients, at, by on client_imports
  begin select raise(abort, 'an import is immutable'); end;

CREATE TRIGGER client_imports_are_not_deleted before delete on client_imports
  begin select raise(abort, 'an import is not deleted'); end;

CREATE TRIGGER client_imports_end_once before update on client_imports when old.undone_at is not null
  begin select raise(abort, 'an import is immutable'); end;

CREATE TRIGGER client_merges_are_not_deleted before delete on client_merges
  begin select raise(abort, 'a merge is not deleted'); end;

CREATE TRIGGER client_merges_are_not_updated before update on client_merges
  when not (old.moved is null and new.moved is not null and new.merged_id is old.merged_id and new.into_id is old.into_id
  and new.at is old.at and new.by is old.by and new.reason is old.reason and new.record is old.record)
  begin select raise(abort, 'a merge is immutable'); end;

CREATE TRIGGER client_photos_not_in_merged before insert on client_photos
  when exists (select 1 from clients where id = new.client_id and merged_into is not null)
  begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER client_tags_not_in_merged before insert on client_tags
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER consent_maps_not_in_merged before insert on consent_maps
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER consents_are_not_changed before update on consents when not (new."id" is old."id" and new."document_id" is old."document_id" and new."form_id" is old."form_id" and new."form_version" is old."form_version" and new."content_version" is old."content_version" and new."title" is old."title" and new."signed_at" is old."signed_at" and new."signed_by" is old."signed_by" and new."shown_sha256" is old."shown_sha256" and new."shown" is old."shown" and new."answers" is old."answers" and new."signatures" is old."signatures" and new."ends_on" is old."ends_on" and new."ends_by" is old."ends_by" and new."under_age" is old."under_age" and new."place" is old."place" and new."area" is old."area" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'consents are immutable'); end;

CREATE TRIGGER consents_not_in_merged before insert on consents
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER coverings_are_not_deleted before delete on coverings  begin select raise(abort, 'that somebody covered is not deleted'); end;

CREATE TRIGGER coverings_are_not_updated before update on coverings when not (new."id" is old."id" and new."by" is old."by" and new."at" is old."at" and new."until" is old."until" and new."reason" is old."reason" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'that somebody covered is immutable'); end;

CREATE TRIGGER coverings_not_in_merged before insert on coverings
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER crises_are_not_changed before update on crises when (old.read_at is not null) and not (new."id" is old."id" and new."opened_at" is old."opened_at" and new."findings" is old."findings" and new."read_at" is old."read_at" and new."read_by" is old."read_by" and new."words" is old."words" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a crisis card that was read is immutable'); end;

CREATE TRIGGER crises_not_in_merged before insert on crises
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER disclosures_are_not_deleted before delete on disclosures  begin select raise(abort, 'a disclosure is not deleted'); end;

CREATE TRIGGER disclosures_are_not_updated before update on disclosures when not (new."id" is old."id" and new."happened_on" is old."happened_on" and new."at" is old."at" and new."by" is old."by" and new."contact_id" is old."contact_id" and new."to_name" is old."to_name" and new."way" is old."way" and new."kinds" is old."kinds" and new."what" is old."what" and new."purpose" is old."purpose" and new."why" is old."why" and new."basis" is old."basis" and new."release_id" is old."release_id" and new."basis_words" is old."basis_words" and new."letter_id" is old."letter_id" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a disclosure is immutable'); end;

CREATE TRIGGER disclosures_not_in_merged before insert on disclosures
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER documents_are_not_deleted before delete on documents when old.kind in ('note', 'letter') begin select raise(abort, 'a signed paper is not deleted'); end;

CREATE TRIGGER documents_are_not_updated before update on documents when (not (old.kind = 'scan' and new.id is old.id and new.kind is old.kind and new.title is old.title and new.created_at is old.created_at and new.sha256 is old.sha256 and new.audit_seq is old.audit_seq and new.media_type is old.media_type and new.pdf is old.pdf and old.client_id is (select from_client from attachment_moves where document_id = old.id order by seq desc limit 1) and new.client_id is (select to_client from attachment_moves where document_id = old.id order by seq desc limit 1))) and not (new."id" is old."id" and new."kind" is old."kind" and new."title" is old."title" and new."created_at" is old."created_at" and new."sha256" is old."sha256" and new."audit_seq" is old."audit_seq" and new."media_type" is old."media_type" and new."pdf" is old."pdf" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'documents are immutable'); end;

CREATE TRIGGER documents_not_in_merged before insert on documents
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER fillings_not_in_merged before insert on fillings
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER finding_events_are_not_changed before update on finding_events  begin select raise(abort, 'events are immutable'); end;

CREATE TRIGGER finding_standings_not_in_merged before insert on finding_standings
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER findings_are_not_changed before update on findings when not (new."id" is old."id" and new."item_id" is old."item_id" and new."item" is old."item" and new."content_version" is old."content_version" and new."made_at" is old."made_at" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'findings are immutable'); end;

CREATE TRIGGER findings_not_in_merged before insert on findings
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER form_versions_are_not_changed before update on form_versions begin select raise(abort, 'form versions are immutable'); end;

CREATE TRIGGER handovers_not_in_merged before insert on handovers
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER health_changes_are_not_changed before update on health_changes when (old.settled_at is not null) and not (new."id" is old."id" and new."at" is old."at" and new."by" is old."by" and new."changed" is old."changed" and new."words" is old."words" and new."settled_at" is old."settled_at" and new."settled_by" is old."settled_by" and new."settled_words" is old."settled_words" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a change that was gone through is immutable'); end;

CREATE TRIGGER health_changes_not_in_merged before insert on health_changes
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER health_screens_are_not_changed before update on health_screens when (old.done_at is not null) and not (new."id" is old."id" and new."started_at" is old."started_at" and new."started_by" is old."started_by" and new."answers" is old."answers" and new."seen" is old."seen" and new."done_at" is old."done_at" and new."content_version" is old."content_version" and new."revision" is old."revision" and new."saved_at" is old."saved_at" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a finished health screen is immutable'); end;

CREATE TRIGGER health_screens_not_in_merged before insert on health_screens
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER holds_are_not_deleted before delete on holds  begin select raise(abort, 'a hold is not deleted'); end;

CREATE TRIGGER holds_are_not_updated before update on holds when (old.ended_at is not null) and not (new."id" is old."id" and new."session_id" is old."session_id" and new."incident_id" is old."incident_id" and new."cause" is old."cause" and new."what" is old."what" and new."since" is old."since" and new."ended_at" is old."ended_at" and new."ended_by" is old."ended_by" and new."ended_how" is old."ended_how" and new."words" is old."words" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a hold that ended is immutable'); end;

CREATE TRIGGER holds_not_in_merged before insert on holds
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER incidents_are_not_deleted before delete on incidents  begin select raise(abort, 'an incident is not deleted'); end;

CREATE TRIGGER incidents_are_not_updated before update on incidents when (old.resolved_at is not null) and not (new."id" is old."id" and new."session_id" is old."session_id" and new."episode" is old."episode" and new."opened_at" is old."opened_at" and new."resolved_at" is old."resolved_at" and new."resolved_by" is old."resolved_by" and new."resolution" is old."resolution" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'an incident that was followed up is immutable'); end;

CREATE TRIGGER incidents_not_in_merged before insert on incidents
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER intakes_not_in_merged before insert on intakes
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER letter_events_are_not_deleted before delete on letter_events  begin select raise(abort, 'what became of a letter is not deleted'); end;

CREATE TRIGGER letter_events_are_not_updated before update on letter_events  begin select raise(abort, 'what became of a letter is immutable'); end;

CREATE TRIGGER letter_previews_are_not_deleted before delete on letter_previews  begin select raise(abort, 'that a client saw a letter is not deleted'); end;

CREATE TRIGGER letter_previews_are_not_updated before update on letter_previews  begin select raise(abort, 'that a client saw a letter is immutable'); end;

CREATE TRIGGER letters_are_not_deleted before delete on letters  begin select raise(abort, 'a letter is not deleted'); end;

CREATE TRIGGER letters_are_not_updated before update on letters when (old.finalised_at is not null) and not (new."id" is old."id" and new."author_id" is old."author_id" and new."kind_id" is old."kind_id" and new."edition" is old."edition" and new."contact_id" is old."contact_id" and new."recipient" is old."recipient" and new."from_kind" is old."from_kind" and new."from_id" is old."from_id" and new."period_from" is old."period_from" and new."period_to" is old."period_to" and new."corrects" is old."corrects" and new."created_at" is old."created_at" and new."version" is old."version" and new."saved_at" is old."saved_at" and new."body" is old."body" and new."send_by" is old."send_by" and new."reply_by" is old."reply_by" and new."set_aside_at" is old."set_aside_at" and new."finalised_at" is old."finalised_at" and new."release_id" is old."release_id" and new."unseen_reason" is old."unseen_reason" and new."signature" is old."signature" and new."sha256" is old."sha256" and new."document_id" is old."document_id" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a finalised letter is immutable'); end;

CREATE TRIGGER letters_not_in_merged before insert on letters
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER maps_are_not_changed before update on consent_maps when not (new."id" is old."id" and new."made_at" is old."made_at" and new."made_by" is old."made_by" and new."source" is old."source" and new."source_id" is old."source_id" and new."ceiling" is old."ceiling" and new."areas" is old."areas" and new."words" is old."words" and new."content_version" is old."content_version" and new."holds" is old."holds" and new."said" is old."said" and new."said_kind" is old."said_kind" and new."said_areas" is old."said_areas" and new."said_ceiling" is old."said_ceiling" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'maps are immutable'); end;

CREATE TRIGGER medicines_are_not_changed before update on medicines when not (new."id" is old."id" and new."version" is old."version" and new."name" is old."name" and new."match" is old."match" and new."class_id" is old."class_id" and new."areas" is old."areas" and new."note" is old."note" and new."taken_until" is old."taken_until" and new."at" is old."at" and new."by" is old."by" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'medicines are immutable'); end;

CREATE TRIGGER medicines_not_in_merged before insert on medicines
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER merged_clients_are_not_updated before update on clients when old.merged_into is not null
  begin select raise(abort, 'a merged record is immutable'); end;

CREATE TRIGGER note_addenda_are_not_deleted before delete on note_addenda  begin select raise(abort, 'an addendum is not deleted'); end;

CREATE TRIGGER note_addenda_are_not_updated before update on note_addenda  begin select raise(abort, 'an addendum is immutable'); end;

CREATE TRIGGER note_errors_are_not_deleted before delete on note_errors  begin select raise(abort, 'that a note was entered in error is not deleted'); end;

CREATE TRIGGER note_errors_are_not_updated before update on note_errors  begin select raise(abort, 'that a note was entered in error is immutable'); end;

CREATE TRIGGER note_reviews_are_not_deleted before delete on note_reviews  begin select raise(abort, 'what a client said of a note is not deleted'); end;

CREATE TRIGGER note_reviews_are_not_updated before update on note_reviews  begin select raise(abort, 'what a client said of a note is immutable'); end;

CREATE TRIGGER notes_are_not_deleted before delete on notes  begin select raise(abort, 'a note is not deleted'); end;

CREATE TRIGGER notes_are_not_updated before update on notes when (old.signed_at is not null) and not (new."id" is old."id" and new."author_id" is old."author_id" and new."session_id" is old."session_id" and new."happened_on" is old."happened_on" and new."created_at" is old."created_at" and new."created_on" is old."created_on" and new."template_id" is old."template_id" and new."edition" is old."edition" and new."revision" is old."revision" and new."saved_at" is old."saved_at" and new."body" is old."body" and new."moved_from" is old."moved_from" and new."signed_at" is old."signed_at" and new."signature" is old."signature" and new."sha256" is old."sha256" and new."document_id" is old."document_id" and new."late" is old."late" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a signed note is immutable'); end;

CREATE TRIGGER notes_not_in_merged before insert on notes
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER paper_consents_are_not_deleted before delete on paper_consents begin select raise(abort, 'how a paper was signed is not deleted'); end;

CREATE TRIGGER paper_consents_are_not_updated before update on paper_consents begin select raise(abort, 'how a paper was signed is immutable'); end;

CREATE TRIGGER reflections_are_not_deleted before delete on reflections  begin select raise(abort, 'a reflection is not deleted'); end;

CREATE TRIGGER reflections_are_not_updated before update on reflections when old.locked_at is not null begin select raise(abort, 'a reflection that was locked is immutable'); end;

CREATE TRIGGER release_drafts_not_in_merged before insert on release_drafts
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER release_events_are_not_deleted before delete on release_events  begin select raise(abort, 'what ended a release is not deleted'); end;

CREATE TRIGGER release_events_are_not_updated before update on release_events  begin select raise(abort, 'what ended a release is immutable'); end;

CREATE TRIGGER releases_are_not_deleted before delete on releases  begin select raise(abort, 'a release is not deleted'); end;

CREATE TRIGGER releases_are_not_updated before update on releases when not (new."id" is old."id" and new."contact_id" is old."contact_id" and new."form_id" is old."form_id" and new."recipient" is old."recipient" and new."direction" is old."direction" and new."replaces" is old."replaces" and new."prepared_at" is old."prepared_at" and new."consent_id" is old."consent_id" and new."kinds" is old."kinds" and new."measures" is old."measures" and new."purposes" is old."purposes" and new."purpose_words" is old."purpose_words" and new."special" is old."special" and new."covers_words" is old."covers_words" and new."authority" is old."authority" and new."end_event" is old."end_event" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a release is immutable'); end;

CREATE TRIGGER releases_not_in_merged before insert on releases
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER reviewed_intakes_are_not_changed before update on intakes when (old.reviewed_at is not null) and not (new."id" is old."id" and new."started_at" is old."started_at" and new."started_by" is old."started_by" and new."reviewed_at" is old."reviewed_at" and new."reviewed_by" is old."reviewed_by" and new."review_due" is old."review_due" and new."content_version" is old."content_version" and new."revision" is old."revision" and new."saved_at" is old."saved_at" and new."places_said" is old."places_said" and new."level_said" is old."level_said" and new."entries" is old."entries" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a reviewed intake is immutable'); end;

CREATE TRIGGER series_not_in_merged before insert on series
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER session_events_are_not_deleted before delete on session_events  begin select raise(abort, 'what happened in a session is not deleted'); end;

CREATE TRIGGER session_events_are_not_updated before update on session_events  begin select raise(abort, 'what happened in a session is immutable'); end;

CREATE TRIGGER sessions_are_not_deleted before delete on sessions  begin select raise(abort, 'a session is not deleted'); end;

CREATE TRIGGER sessions_are_not_updated before update on sessions when (old.ended_at is not null) and not (new."id" is old."id" and new."practitioner_id" is old."practitioner_id" and new."appointment_id" is old."appointment_id" and new."started_at" is old."started_at" and new."planned_minutes" is old."planned_minutes" and new."talk_only" is old."talk_only" and new."edition" is old."edition" and new."run" is old."run" and new."ticks" is old."ticks" and new."ended_at" is old."ended_at" and new."ended_offset" is old."ended_offset" and new."ended_by" is old."ended_by" and new."close_id" is old."close_id" and new."ending" is old."ending" and new."summary" is old."summary" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'a session that was closed is immutable'); end;

CREATE TRIGGER sessions_begin_to_wait after update of ended_at on sessions when old.ended_at is null and new.ended_at is not null begin
  insert into sessions_without_note select new.id, new.practitioner_id, new.started_at where not exists (
    select 1 from notes where session_id = new.id and not exists (select 1 from note_errors where note_id = notes.id)
  );
  end;

CREATE TRIGGER sessions_not_in_merged before insert on sessions
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER sessions_wait_again after insert on note_errors begin
  insert into sessions_without_note select sessions.id, sessions.practitioner_id, sessions.started_at
  from notes as wrong join sessions on sessions.id = wrong.session_id where wrong.id = new.note_id and sessions.ended_at is not null
  and not exists (
    select 1 from notes where session_id = sessions.id and not exists (select 1 from note_errors where note_id = notes.id)
  );
  end;

CREATE TRIGGER sessions_wait_no_more after insert on notes when new.session_id is not null begin
  delete from sessions_without_note where session_id = new.session_id;
  end;

CREATE TRIGGER stop_rehearsals_are_not_changed before update on stop_rehearsals when not (new."id" is old."id" and new."word" is old."word" and new."gesture" is old."gesture" and new."rehearsed_at" is old."rehearsed_at" and new."recorded_by" is old."recorded_by" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'rehearsals are immutable'); end;

CREATE TRIGGER stop_rehearsals_not_in_merged before insert on stop_rehearsals
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER stop_signals_are_not_changed before update on stop_signals when not (new."id" is old."id" and new."word" is old."word" and new."gesture" is old."gesture" and new."agreed_at" is old."agreed_at" and new."agreed_by" is old."agreed_by" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'stop signals are immutable'); end;

CREATE TRIGGER stop_signals_not_in_merged before insert on stop_signals
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER suitability_answers_are_not_changed before update on suitability_answers when not (new."id" is old."id" and new."question_id" is old."question_id" and new."outcome" is old."outcome" and new."words" is old."words" and new."asked_at" is old."asked_at" and new."asked_by" is old."asked_by" and exists (select 1 from client_merges where moved is null and new.client_id = into_id
   and old.client_id in (merged_id, into_id))) begin select raise(abort, 'answers are immutable'); end;

CREATE TRIGGER suitability_answers_not_in_merged before insert on suitability_answers
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER tasks_not_in_merged before insert on tasks
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER wait_list_not_in_merged before insert on wait_list
       when exists (select 1 from clients where id = new.client_id and merged_into is not null)
       begin select raise(abort, 'this record was merged into another'); end;

CREATE TRIGGER withdrawals_are_not_changed before update on consent_withdrawals begin select raise(abort, 'withdrawals are immutable'); end;

CREATE TABLE appointment_changes (
  appointment_id text not null references appointments (id),
  seq integer not null check (seq >= 1),
  at text not null,
  by text not null references keyholders (id),
  what text not null check (what in ('booked', 'moved', 'changed', 'status', 'ended', 'series')),
  before text,
  after text,
  status text not null,
  override text not null,
  primary key (appointment_id, seq)
) strict, without rowid;

CREATE TABLE appointments (
  id text primary key,
  version integer not null check (version >= 1),
  client_id text not null references clients (id),
  service_id text not null references services (id),
  practitioner_id text not null references practitioners (id),
  room_id text references rooms (id),
  day text not null,
  time text not null,
  zone text not null,
  starts_at text not null,
  ends_at text not null check (ends_at > starts_at),
  minutes integer not null check (minutes between 5 and 720),
  before integer not null check (before between 0 and 240),
  after integer not null check (after between 0 and 240),
  price integer,
  currency text not null,
  status text not null check (status in ('booked', 'confirmed', 'arrived', 'in-session', 'done', 'cancelled', 'late-cancelled', 'no-show')),
  status_at text not null,
  note text not null,
  series_id text references series (id),
  series_day text,
  own text not null,
  overridden integer not null check (overridden in (0, 1)),
  reason text,
  reason_words text not null,
  fee integer,
  dismissed integer not null check (dismissed in (0, 1)),
  created_at text not null,
  check ((series_id is null) = (series_day is null)),
  unique (series_id, series_day)
) strict;

CREATE TABLE attachment_descriptions (
  seq integer primary key,
  document_id text not null references attachments (document_id),
  at text not null,
  by text not null references keyholders (id),
  title text not null,
  kind text not null check (kind in ('scan', 'photo', 'report', 'referral', 'other')),
  paper_on text
) strict;

CREATE TABLE attachment_errors (
  document_id text primary key references documents (id),
  at text not null,
  by text not null references keyholders (id),
  reason text not null
) strict;

CREATE TABLE attachment_moves (
  seq integer primary key,
  document_id text not null references documents (id),
  from_client text not null references clients (id),
  to_client text not null references clients (id),
  at text not null,
  by text not null references keyholders (id),
  reason text not null
) strict;

CREATE TABLE attachments (
  document_id text primary key references documents (id),
  kind text not null check (kind in ('scan', 'photo', 'report', 'referral', 'other')),
  paper_on text
) strict;

CREATE TABLE audit (
  seq integer primary key,
  at text not null,
  actor text not null,
  action text not null,
  client_id text,
  record_id text,
  digest text,
  mac blob not null check (length(mac) = 32)
) strict;

CREATE TABLE card_readings (
  id text primary key,
  client_id text not null references clients (id),
  sha256 text not null check (length(sha256) = 64),
  card text not null,
  read_at text not null,
  read_by text not null references keyholders (id)
) strict;

CREATE TABLE care_team (
  client_id text not null references clients (id),
  contact_id text not null references contacts (id),
  role text not null,
  note text not null,
  since text not null,
  ended_on text,
  primary key (client_id, contact_id)
) strict, without rowid;

CREATE TABLE chain_keys (
  until_seq integer primary key,
  key blob not null check (length(key) = 32),
  mac blob not null check (length(mac) = 32)
) strict;

CREATE TABLE clearance_replies (
  clearance_id text primary key references clearances (id),
  reply text not null,
  recorded_at text not null,
  recorded_by text not null references keyholders (id)
) strict;

CREATE TABLE clearances (
  id text primary key,
  client_id text not null references clients (id),
  contact_id text references contacts (id),
  request text not null,
  asked_at text not null,
  asked_by text not null references keyholders (id)
) strict;

CREATE TABLE client_custom_values (
  client_id text not null references clients (id),
  field_id text not null references custom_fields (id),
  value text not null check (value <> ''),
  primary key (client_id, field_id)
) strict;

CREATE TABLE client_errors (
  seq integer primary key,
  client_id text not null references clients (id),
  in_error integer not null check (in_error in (0, 1)),
  at text not null,
  by text not null references keyholders (id),
  reason text not null
) strict;

CREATE TABLE client_filters (
  id text primary key,
  owner text not null references keyholders (id),
  name text not null,
  folded text not null,
  filter text not null,
  unique (owner, folded)
) strict;

CREATE TABLE client_imports (
  seq integer primary key,
  id text not null unique,
  file_name text not null,
  sha256 text not null check (length(sha256) = 64),
  clients integer not null check (clients > 0),
  at text not null,
  by text not null references keyholders (id),
  undone_at text,
  undone_by text references keyholders (id),
  check ((undone_at is null) = (undone_by is null))
) strict;

CREATE TABLE client_merges (
  merged_id text primary key references clients (id),
  into_id text not null references clients (id) check (into_id <> merged_id),
  at text not null,
  by text not null references keyholders (id),
  reason text not null,
  record text not null,
  apart text not null,
  touch integer not null check (touch in (0, 1)),
  health integer not null check (health in (0, 1)),
  said integer not null,
  screens text not null,
  moved text
) strict;

CREATE TABLE client_photos (
  client_id text primary key references clients (id),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  bytes blob not null,
  set_at text not null,
  by text not null references keyholders (id)
) strict;

CREATE TABLE client_tags (
  client_id text not null references clients (id),
  folded text not null,
  words text not null,
  primary key (client_id, folded)
) strict;

CREATE TABLE clients (
  id text primary key,
  version integer not null check (version > 0),
  chosen_name text not null check (chosen_name <> ''),
  legal_name text not null,
  pronouns text not null,
  birth_date text,
  phone text not null,
  email text not null,
  contact_wishes text not null,
  stop_word text not null,
  stop_gesture text not null,
  sort_name text not null,
  search_text text not null,
  created_at text not null,
  updated_at text not null,
  archived_at text
  , stop_rehearsed_at text, voicemail text not null default 'not-asked' check (voicemail in ('not-asked', 'yes', 'no')), discreet_words text not null default '', language text not null default '', emergency_contacts text not null default '[]', guardian text, merged_into text references clients (id), in_error integer not null default 0 check (in_error in (0, 1))) strict;

CREATE TABLE commits (
  one integer primary key check (one = 1),
  count integer not null check (count >= 0)
) strict;

CREATE TABLE consent_maps (
  id text primary key,
  client_id text not null references clients (id),
  seq integer not null,
  made_at text not null,
  made_by text not null references keyholders (id),
  source text not null check (source in ('together', 'intake', 'consent', 'handover', 'withdrawal')),
  source_id text,
  ceiling integer not null check (ceiling between 0 and 4),
  areas text not null,
  words text not null,
  content_version text not null,
  holds integer not null check (holds in (0, 1)),
  said integer not null,
  said_kind text not null check (said_kind in ('whole', 'narrower')),
  said_areas text,
  said_ceiling integer check (said_ceiling between 0 and 4),
  unique (client_id, seq)
) strict;

CREATE TABLE consent_withdrawals (
  id text primary key,
  consent_id text not null references consents (id),
  withdrawn_at text not null,
  recorded_by text not null references keyholders (id),
  by_whom text not null check (by_whom in ('client', 'guardian', 'decision_maker', 'personal_representative')),
  parts text not null,
  words text not null
) strict;

CREATE TABLE consents (
  id text primary key,
  client_id text not null references clients (id),
  document_id text not null unique references documents (id),
  form_id text not null,
  form_version text not null,
  content_version text not null,
  title text not null,
  signed_at text not null,
  signed_by text not null references keyholders (id),
  shown_sha256 text not null check (length(shown_sha256) = 64),
  shown text not null,
  answers text not null,
  signatures text not null
  , ends_on text, ends_by text check (ends_by in ('period', 'birthday', 'date', 'visit')), under_age integer not null default 0 check (under_age in (0, 1)), place text not null default '', area text) strict;

CREATE TABLE contacts (
  id text primary key,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  profession text not null,
  organisation text not null,
  phone text not null,
  email text not null,
  address text not null,
  note text not null,
  search text not null,
  version integer not null check (version >= 1),
  created_at text not null,
  updated_at text not null,
  merged_into text references contacts (id)
) strict;

CREATE TABLE coverings (
  id text primary key,
  client_id text not null references clients (id),
  by text not null references keyholders (id),
  at text not null,
  until text not null,
  reason text not null
) strict;

CREATE TABLE crises (
  id text primary key,
  client_id text not null references clients (id),
  opened_at text not null,
  findings text not null,
  read_at text,
  read_by text references keyholders (id),
  words text not null,
  check ((read_at is null) = (read_by is null))
) strict;

CREATE TABLE crisis_numbers (
  place text primary key,
  numbers text not null,
  checked_on text not null,
  checked_by text not null references keyholders (id)
) strict, without rowid;

CREATE TABLE crisis_numbers_version (
  one integer primary key check (one = 1),
  version integer not null
) strict;

CREATE TABLE custom_fields (
  id text primary key,
  version integer not null,
  label text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes-no')),
  options text not null,
  in_use integer not null check (in_use in (0, 1)),
  position integer not null
) strict;

CREATE TABLE disclosures (
  id text primary key,
  client_id text not null references clients (id),
  happened_on text not null,
  at text not null,
  by text not null references keyholders (id),
  contact_id text references contacts (id),
  to_name text not null,
  way text not null,
  kinds text not null,
  what text not null,
  purpose text,
  why text not null,
  basis text not null check (basis in ('release', 'to_client', 'legal_duty', 'emergency', 'none')),
  release_id text references releases (id),
  basis_words text not null,
  letter_id text references letters (id),
  check ((basis = 'release') = (release_id is not null))
) strict;

CREATE TABLE "documents" (
  id text primary key,
  client_id text references clients (id),
  kind text not null check (kind in ('consent', 'scan', 'note', 'letter')),
  title text not null,
  created_at text not null,
  sha256 text not null check (length(sha256) = 64),
  audit_seq integer not null unique references audit (seq),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  pdf blob not null
) strict;

CREATE TABLE drafts (
  owner text not null references keyholders (id),
  key text not null,
  title text not null,
  place text not null,
  text text not null,
  saved_at text not null,
  primary key (owner, key)
) strict, without rowid;

CREATE TABLE fillings (
  id text primary key,
  handover_id text not null references handovers (id),
  client_id text not null references clients (id),
  position integer not null,
  form_id text not null,
  form_version text not null,
  shown_sha256 text not null check (length(shown_sha256) = 64),
  blanks text not null,
  answers text not null,
  talk text not null,
  seen text not null,
  reviewed text not null,
  signatures text not null,
  signed_at text not null,
  substitutes_agreed integer not null check (substitutes_agreed in (0, 1)),
  page integer not null,
  revision integer not null,
  saved_at text not null
  , area text, said integer) strict;

CREATE TABLE finding_events (
  finding_id text not null references findings (id),
  seq integer not null check (seq >= 1),
  what text not null check (what in ('said', 'raised', 'lowered', 'marked', 'resolved', 'asked', 'answered')),
  at text not null,
  by text not null references keyholders (id),
  event text not null,
  primary key (finding_id, seq)
) strict, without rowid;

CREATE TABLE finding_standings (
  client_id text not null references clients (id),
  finding_id text not null references findings (id),
  attention text check (attention in ('to-clear', 'places-to-mark', 'not-answered')),
  care integer not null check (care >= 0),
  since text not null,
  cleared_until text,
  edition text not null,
  primary key (client_id, finding_id)
) strict, without rowid;

CREATE TABLE "findings" (
  id text primary key,
  client_id text not null references clients (id),
  item_id text not null,
  item text not null,
  content_version text not null,
  made_at text not null,
  came_with text not null default '',
  unique (client_id, item_id, came_with)
) strict;

CREATE TABLE form_facts (
  placeholder text primary key,
  words text not null,
  checked_on text
) strict, without rowid;

CREATE TABLE form_facts_version (
  one integer primary key check (one = 1),
  version integer not null
) strict;

CREATE TABLE form_versions (
  form_id text not null,
  version text not null,
  language text not null,
  kind text not null check (kind in ('meaning', 'spelling')),
  note text not null,
  text text not null,
  made_at text not null,
  made_by text not null references keyholders (id),
  primary key (form_id, version)
) strict, without rowid;

CREATE TABLE handovers (
  id text primary key,
  client_id text not null references clients (id),
  begun_at text not null,
  begun_by text not null references keyholders (id),
  resting integer not null default 0 check (resting in (0, 1)),
  ended_at text,
  ended_by text references keyholders (id)
  , calm_at text, note_id text references notes (id)) strict;

CREATE TABLE health_changes (
  id text primary key,
  client_id text not null references clients (id),
  at text not null,
  by text not null references keyholders (id),
  changed integer not null check (changed in (0, 1)),
  words text not null,
  settled_at text,
  settled_by text references keyholders (id),
  settled_words text not null,
  check ((settled_at is null) = (settled_by is null))
) strict;

CREATE TABLE health_screens (
  id text primary key,
  client_id text not null references clients (id),
  number integer not null check (number >= 1),
  started_at text not null,
  started_by text not null references keyholders (id),
  answers text not null,
  seen text not null,
  done_at text,
  content_version text not null,
  revision integer not null check (revision >= 0),
  saved_at text not null,
  unique (client_id, number)
) strict;

CREATE TABLE holds (
  id text primary key,
  client_id text not null references clients (id),
  session_id text not null references sessions (id),
  incident_id text not null references incidents (id),
  cause text not null check (cause in ('closed-under-rule', 'grade', 'action')),
  what text not null,
  since text not null,
  ended_at text,
  ended_by text references keyholders (id),
  ended_how text check (ended_how in ('cleared', 'overridden')),
  words text not null,
  unique (incident_id)
) strict;

CREATE TABLE hours_exceptions (
  id text primary key,
  practitioner_id text not null references practitioners (id),
  kind text not null check (kind in ('absent', 'open')),
  first_day text not null,
  last_day text not null check (last_day >= first_day),
  from_time text,
  to_time text,
  note text not null,
  made_at text not null,
  made_by text not null references keyholders (id)
) strict;

CREATE TABLE ics_taken (
  event text primary key,
  appointment_id text references appointments (id),
  exception_id text references hours_exceptions (id) on delete cascade,
  at text not null,
  check ((appointment_id is null) <> (exception_id is null))
) strict, without rowid;

CREATE TABLE imported_clients (
  client_id text primary key references clients (id),
  import_id text not null references client_imports (id)
) strict;

CREATE TABLE incidents (
  id text primary key,
  session_id text not null references sessions (id),
  episode integer not null check (episode >= 1),
  client_id text not null references clients (id),
  opened_at text not null,
  resolved_at text,
  resolved_by text references keyholders (id),
  resolution text,
  unique (session_id, episode)
) strict;

CREATE TABLE intakes (
  id text primary key,
  client_id text not null references clients (id),
  number integer not null check (number >= 1),
  started_at text not null,
  started_by text not null references keyholders (id),
  reviewed_at text,
  reviewed_by text references keyholders (id),
  review_due text,
  content_version text not null,
  revision integer not null check (revision >= 0),
  saved_at text not null,
  places_said integer,
  level_said integer,
  entries text not null,
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (review_due is null)),
  unique (client_id, number)
) strict;

CREATE TABLE keyholders (
  id text primary key,
  wrap_id text not null unique,
  name text not null,
  role text not null check (role in ('owner', 'practitioner', 'front-desk', 'bookkeeper')),
  created_at text not null
) strict;

CREATE TABLE language_settings (
  owner text primary key references keyholders (id),
  mode text not null check (mode in ('soft', 'off')),
  off text not null
) strict;

CREATE TABLE letter_events (
  id text primary key,
  letter_id text not null references letters (id),
  kind text not null check (kind in ('handed_over', 'answered')),
  at text not null,
  by text not null references keyholders (id),
  happened_on text not null,
  way text not null,
  words text not null,
  document_id text references documents (id)
) strict;

CREATE TABLE letter_previews (
  id text primary key,
  letter_id text not null references letters (id),
  version integer not null,
  at text not null,
  by text not null references keyholders (id),
  way text not null,
  words text not null
) strict;

CREATE TABLE letters (
  id text primary key,
  client_id text not null references clients (id),
  author_id text not null references keyholders (id),
  kind_id text not null,
  edition text not null,
  contact_id text references contacts (id),
  recipient text not null,
  from_kind text check (from_kind in ('session', 'incident', 'finding')),
  from_id text,
  period_from text not null,
  period_to text not null,
  corrects text references letters (id),
  created_at text not null,
  version integer not null check (version >= 1),
  saved_at text not null,
  body text not null,
  send_by text,
  reply_by text,
  set_aside_at text,
  finalised_at text,
  release_id text references releases (id),
  unseen_reason text not null default '',
  signature text,
  sha256 text check (length(sha256) = 64),
  document_id text unique references documents (id),
  check ((finalised_at is null) = (signature is null) and (finalised_at is null) = (sha256 is null) and (finalised_at is null) = (document_id is null)),
  check (set_aside_at is null or finalised_at is null)
) strict;

CREATE TABLE locking (
  one integer primary key check (one = 1),
  idle_minutes integer not null check (idle_minutes between 1 and 60)
) strict;

CREATE TABLE medicines (
  id text not null,
  version integer not null check (version >= 1),
  client_id text not null references clients (id),
  name text not null,
  match text not null check (match in ('not-yet', 'none', 'class')),
  class_id text,
  areas text,
  note text not null,
  taken_until text,
  at text not null,
  by text not null references keyholders (id),
  primary key (id, version),
  check ((match = 'class') = (class_id is not null))
) strict, without rowid;

CREATE TABLE note_addenda (
  id text primary key,
  note_id text not null references notes (id),
  at text not null,
  by text not null references keyholders (id),
  covering integer not null check (covering in (0, 1)),
  reason text not null,
  text text not null
) strict;

CREATE TABLE note_errors (
  note_id text primary key references notes (id),
  at text not null,
  by text not null references keyholders (id),
  reason text not null,
  to_note_id text references notes (id)
) strict;

CREATE TABLE note_reviews (
  id text primary key,
  note_id text not null references notes (id),
  handover_id text not null references handovers (id),
  revision integer not null,
  at text not null,
  outcome text not null check (outcome in ('read', 'talk')),
  words text not null
) strict;

CREATE TABLE note_rows (
  id integer unique,
  note_id text primary key references notes (id)
) strict;

CREATE VIRTUAL TABLE note_search using fts5 (keys, body, tokenize = "ascii tokenchars ':'", prefix = '2 3', columnsize = 0);

CREATE TABLE 'note_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'note_search_content'(id INTEGER PRIMARY KEY, c0, c1);

CREATE TABLE 'note_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'note_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE note_settings (
  one integer primary key check (one = 1),
  version integer not null check (version >= 1),
  reflections integer not null check (reflections in (0, 1)),
  checked text not null
) strict;

CREATE TABLE note_templates (
  id text primary key,
  version integer not null check (version >= 1),
  active integer not null check (active in (0, 1)),
  body text not null
) strict;

CREATE TABLE notes (
  id text primary key,
  client_id text not null references clients (id),
  author_id text not null references keyholders (id),
  session_id text references sessions (id),
  happened_on text not null,
  created_at text not null,
  created_on text not null,
  template_id text references note_templates (id),
  edition text not null,
  revision integer not null check (revision >= 1),
  saved_at text not null,
  body text not null,
  moved_from text references notes (id),
  signed_at text,
  signature text,
  sha256 text check (length(sha256) = 64),
  document_id text unique references documents (id),
  late integer not null default 0 check (late in (0, 1)),
  check ((signed_at is null) = (signature is null) and (signed_at is null) = (sha256 is null) and (signed_at is null) = (document_id is null))
) strict;

CREATE TABLE opening_hours (
  practitioner_id text primary key references practitioners (id),
  version integer not null check (version >= 1),
  week text not null
) strict;

CREATE TABLE paper_consents (
  consent_id text primary key references consents (id),
  signed_on text not null,
  signers text not null,
  seen_by text not null references keyholders (id),
  seen_name text not null
) strict;

CREATE TABLE practice_logo (
  one integer primary key check (one = 1),
  version integer not null check (version >= 1),
  media_type text check (media_type in ('image/png', 'image/jpeg')),
  bytes blob,
  check ((media_type is null) = (bytes is null))
) strict;

CREATE TABLE practitioners (
  id text primary key,
  version integer not null check (version >= 1),
  name text not null,
  keyholder_id text unique references keyholders (id),
  active integer not null check (active in (0, 1)),
  created_at text not null
) strict;

CREATE TABLE profile (
  one integer primary key check (one = 1),
  version integer not null,
  practice_name text not null,
  address text not null,
  practitioner_name text not null,
  credential text not null,
  licence_words text not null,
  place text not null,
  zone text not null,
  paper text not null check (paper in ('letter', 'a4'))
) strict;

CREATE TABLE reflections (
  id text primary key,
  note_id text not null references notes (id),
  author_id text not null references keyholders (id),
  created_at text not null,
  saved_at text not null,
  revision integer not null check (revision >= 1),
  text text not null,
  locked_at text
) strict;

CREATE TABLE release_drafts (
  id text primary key,
  client_id text not null references clients (id),
  contact_id text not null references contacts (id),
  form_id text not null,
  recipient text not null,
  direction text not null check (direction in ('to', 'from', 'both')),
  replaces text references releases (id),
  prepared_at text not null,
  prepared_by text not null references keyholders (id),
  unique (client_id, contact_id, form_id)
) strict;

CREATE TABLE release_events (
  release_id text primary key references releases (id),
  happened_on text not null,
  at text not null,
  by text not null references keyholders (id),
  words text not null
) strict;

CREATE TABLE releases (
  id text primary key,
  client_id text not null references clients (id),
  contact_id text not null references contacts (id),
  form_id text not null,
  recipient text not null,
  direction text not null check (direction in ('to', 'from', 'both')),
  replaces text references releases (id),
  prepared_at text not null,
  consent_id text not null unique references consents (id),
  kinds text not null,
  measures text not null,
  purposes text not null,
  purpose_words text not null,
  special text not null,
  covers_words text not null,
  authority text not null,
  end_event text not null
) strict;

CREATE TABLE reminder_settings (
  one integer primary key check (one = 1),
  version integer not null check (version >= 1),
  days_before integer not null check (days_before between 1 and 7),
  words text not null
) strict;

CREATE TABLE reminders_done (
  appointment_id text primary key references appointments (id),
  way text not null check (way in ('text', 'mail', 'call', 'paper', 'none')),
  at text not null,
  by text not null references keyholders (id)
) strict;

CREATE TABLE rooms (
  id text primary key,
  version integer not null check (version >= 1),
  name text not null,
  note text not null,
  active integer not null check (active in (0, 1)),
  created_at text not null
) strict;

CREATE TABLE said_clock (
  one integer primary key check (one = 1),
  at integer not null
) strict;

CREATE TABLE sensitive_areas (
  code text primary key,
  turned_on_at text not null,
  turned_on_by text not null references keyholders (id)
) strict, without rowid;

CREATE TABLE sensitive_areas_version (
  one integer primary key check (one = 1),
  version integer not null
) strict;

CREATE TABLE series (
  id text primary key,
  version integer not null check (version >= 1),
  repeat text not null,
  first_day text not null,
  shift_days integer not null,
  made_until text not null,
  skipped text not null,
  client_id text not null references clients (id),
  practitioner_id text not null references practitioners (id),
  room_id text references rooms (id),
  service_id text not null references services (id),
  time text not null,
  zone text not null,
  minutes integer not null check (minutes between 5 and 720),
  before integer not null check (before between 0 and 240),
  after integer not null check (after between 0 and 240),
  price integer,
  currency text not null,
  note text not null,
  goes_on integer not null check (goes_on in (0, 1)),
  continues text references series (id),
  created_at text not null
) strict;

CREATE TABLE services (
  id text primary key,
  version integer not null check (version >= 1),
  name text not null,
  minutes integer not null check (minutes between 5 and 720),
  before integer not null check (before between 0 and 240),
  after integer not null check (after between 0 and 240),
  price integer check (price >= 0),
  tax_name text not null,
  tax_rate integer not null check (tax_rate between 0 and 100000),
  note_template text not null,
  active integer not null check (active in (0, 1)),
  created_at text not null
) strict;

CREATE TABLE session_events (
  session_id text not null references sessions (id),
  seq integer not null check (seq >= 1),
  id text not null unique,
  at text not null,
  run text not null,
  ticks integer not null,
  "offset" integer not null check ("offset" >= 0),
  kind text not null,
  body text not null,
  while_locked integer not null check (while_locked in (0, 1)),
  by text not null references keyholders (id),
  primary key (session_id, seq)
) strict, without rowid;

CREATE TABLE sessions (
  id text primary key,
  client_id text not null references clients (id),
  practitioner_id text not null references keyholders (id),
  appointment_id text references appointments (id),
  started_at text not null,
  planned_minutes integer not null check (planned_minutes between 5 and 480),
  talk_only integer not null check (talk_only in (0, 1)),
  edition text not null,
  run text not null,
  ticks integer not null,
  ended_at text,
  ended_offset integer,
  ended_by text references keyholders (id),
  close_id text unique,
  ending text,
  summary text,
  check ((ended_at is null) = (ending is null))
) strict;

CREATE TABLE sessions_without_note (
  session_id text primary key references sessions (id) on delete cascade,
  practitioner_id text not null references keyholders (id),
  started_at text not null
) strict;

CREATE TABLE snippets (
  id text primary key,
  owner text not null references keyholders (id),
  version integer not null check (version >= 1),
  "trigger" text not null,
  text text not null,
  shared integer not null check (shared in (0, 1))
) strict;

CREATE TABLE stop_rehearsals (
  id text primary key,
  client_id text not null references clients (id),
  word text not null,
  gesture text not null,
  rehearsed_at text not null,
  recorded_by text not null references keyholders (id)
) strict;

CREATE TABLE stop_signals (
  id text primary key,
  client_id text not null references clients (id),
  word text not null,
  gesture text not null,
  agreed_at text not null,
  agreed_by text not null references keyholders (id)
) strict;

CREATE TABLE suitability_answers (
  id text primary key,
  client_id text not null references clients (id),
  question_id text not null,
  outcome text not null check (outcome in ('clear', 'flag', 'not_sure', 'declined')),
  words text not null,
  asked_at text not null,
  asked_by text not null references keyholders (id)
) strict;

CREATE TABLE tasks (
  id text primary key,
  version integer not null check (version >= 1),
  title text not null,
  note text not null,
  due_on text,
  client_id text references clients (id),
  audience text not null check (audience in ('clinical', 'everyone')),
  created_at text not null,
  created_by text not null references keyholders (id),
  done_at text,
  done_by text references keyholders (id)
) strict;

CREATE TABLE trail_days (
  day text primary key,
  first_seq integer not null,
  last_seq integer not null
) strict, without rowid;

CREATE TABLE wait_list (
  id text primary key,
  version integer not null check (version >= 1),
  client_id text not null references clients (id),
  service_id text not null references services (id),
  practitioner_id text references practitioners (id),
  weekdays text not null,
  earliest text,
  latest text,
  first_day text,
  last_day text,
  short_notice integer not null check (short_notice in (0, 1)),
  note text not null,
  since text not null,
  offers text not null,
  ended text check (ended in ('booked', 'withdrawn')),
  ended_at text
) strict;

CREATE INDEX addenda_by_note on note_addenda (note_id, at);

CREATE INDEX appointments_by_client on appointments (client_id, starts_at);

CREATE INDEX appointments_by_status on appointments (status, starts_at);

CREATE INDEX appointments_by_time on appointments (starts_at);

CREATE INDEX audit_by_action on audit (action, seq);

CREATE INDEX audit_by_actor on audit (actor, action, seq, at);

CREATE INDEX audit_by_client on audit (client_id, seq, action, actor) where client_id is not null;

CREATE INDEX audit_while_locked on audit (record_id) where actor = 'nobody';

CREATE INDEX card_readings_by_client on card_readings (client_id, read_at, id);

CREATE INDEX care_team_by_contact on care_team (contact_id, client_id);

CREATE INDEX clearances_by_client on clearances (client_id, asked_at, id);

CREATE INDEX client_custom_values_by_field on client_custom_values (field_id);

CREATE INDEX client_tags_by_tag on client_tags (folded, client_id);

CREATE INDEX clients_by_birth_date on clients (birth_date);

CREATE INDEX clients_by_name on clients (sort_name, id);

CREATE INDEX clients_found on clients (archived_at, sort_name, id, search_text);

CREATE INDEX clients_merged on clients (merged_into) where merged_into is not null;

CREATE INDEX consents_by_client on consents (client_id, signed_at);

CREATE INDEX consents_by_end on consents (ends_on, client_id, form_id, signed_at, id, ends_by)
  where ends_on is not null and ends_by <> 'visit';

CREATE INDEX consents_by_form on consents (client_id, form_id, signed_at, id);

CREATE INDEX contacts_by_name on contacts (merged_into, search, id);

CREATE INDEX coverings_by_person on coverings (by, client_id, until);

CREATE INDEX descriptions_by_document on attachment_descriptions (document_id, seq);

CREATE INDEX disclosures_by_client on disclosures (client_id, happened_on);

CREATE INDEX disclosures_by_release on disclosures (release_id) where release_id is not null;

CREATE INDEX documents_by_client on documents (client_id, created_at);

CREATE INDEX documents_by_sha256 on documents (sha256);

CREATE INDEX errors_by_client on client_errors (client_id, seq);

CREATE INDEX events_by_letter on letter_events (letter_id, at);

CREATE INDEX exceptions_by_day on hours_exceptions (last_day, first_day);

CREATE INDEX fillings_by_client on fillings (client_id, form_id);

CREATE INDEX fillings_by_handover on fillings (handover_id, position);

CREATE INDEX health_changes_by_client on health_changes (client_id, at, id);

CREATE INDEX health_changes_open on health_changes (client_id, at) where settled_at is null;

CREATE INDEX holds_by_client on holds (client_id, ended_at);

CREATE INDEX imported_by_import on imported_clients (import_id);

CREATE INDEX incidents_by_client on incidents (client_id, opened_at);

CREATE INDEX intakes_by_review on intakes (client_id, number, reviewed_at, review_due, started_at);

CREATE INDEX letters_by_client on letters (client_id, created_at);

CREATE INDEX letters_corrected on letters (corrects) where corrects is not null;

CREATE INDEX letters_finalised on letters (finalised_at) where finalised_at is not null;

CREATE INDEX letters_not_finalised on letters (author_id, saved_at) where finalised_at is null and set_aside_at is null;

CREATE INDEX maps_by_client on consent_maps (client_id, seq, said, said_kind, holds);

CREATE INDEX medicines_by_client on medicines (client_id, id, version);

CREATE INDEX medicines_by_match on medicines (match, class_id, client_id, id, version);

CREATE INDEX merges_by_client on client_merges (into_id);

CREATE INDEX moves_by_client on attachment_moves (from_client);

CREATE INDEX moves_by_document on attachment_moves (document_id, seq);

CREATE INDEX note_rows_waiting on note_rows (note_id) where id is null;

CREATE INDEX notes_by_client on notes (client_id, happened_on, id);

CREATE INDEX notes_by_session on notes (session_id) where session_id is not null;

CREATE INDEX notes_not_signed on notes (author_id, happened_on) where signed_at is null;

CREATE UNIQUE INDEX one_handover_at_a_time on handovers ((1)) where ended_at is null;

CREATE UNIQUE INDEX one_open_crisis_a_client on crises (client_id) where read_at is null;

CREATE UNIQUE INDEX one_open_intake_a_client on intakes (client_id) where reviewed_at is null;

CREATE UNIQUE INDEX one_open_screen_a_client on health_screens (client_id) where done_at is null;

CREATE UNIQUE INDEX one_open_session_a_client on sessions (client_id) where ended_at is null;

CREATE UNIQUE INDEX one_open_session_a_practitioner on sessions (practitioner_id) where ended_at is null;

CREATE INDEX previews_by_letter on letter_previews (letter_id, version);

CREATE INDEX reflections_by_note on reflections (note_id, author_id);

CREATE INDEX releases_by_client on releases (client_id);

CREATE INDEX reviews_by_note on note_reviews (note_id, at);

CREATE INDEX screens_by_state on health_screens (client_id, number, done_at, started_at);

CREATE INDEX series_to_extend on series (goes_on, made_until);

CREATE INDEX sessions_by_client on sessions (client_id, started_at);

CREATE INDEX sessions_without_note_by_person on sessions_without_note (practitioner_id, started_at);

CREATE INDEX standings_by_attention on finding_standings (client_id, attention, cleared_until, care, since);

CREATE INDEX standings_by_edition on finding_standings (edition);

CREATE INDEX stop_rehearsals_by_client on stop_rehearsals (client_id, rehearsed_at, id);

CREATE INDEX stop_signals_by_client on stop_signals (client_id, agreed_at, id);

CREATE INDEX suitability_by_client on suitability_answers (client_id, question_id, asked_at, id);

CREATE INDEX taken_by_exception on ics_taken (exception_id);

CREATE INDEX tasks_by_client on tasks (client_id, done_at);

CREATE INDEX tasks_open on tasks (done_at, due_on);

CREATE INDEX waiting_by_client on wait_list (client_id);

CREATE INDEX waiting_by_time on wait_list (ended, since);

CREATE INDEX withdrawals_by_consent on consent_withdrawals (consent_id, withdrawn_at);
