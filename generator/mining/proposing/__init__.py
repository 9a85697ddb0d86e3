"""What an archive proposes for the reviewed tables: topics, acts, things, common words. A person mends and adds them."""
