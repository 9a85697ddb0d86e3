"""The phrase bank (用语库): phrases, the evidence each rests on, and the layers they come in."""
