"""What an edited report says otherwise than the draft it was made from, sentence by sentence."""
