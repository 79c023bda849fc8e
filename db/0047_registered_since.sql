-- Nodes: all member
-- Whether what concerns a period was registered after its approval is worked out by the role that makes figures. It reads when a version was
-- written already; now also of which record, as the facts tell it. Nothing of this leaves but as yes or no made of a cell with noise.
grant select (participation_id) on participation_version to samlad_statistics;
