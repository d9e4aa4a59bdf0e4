"""The translation memory index and the sentence aligner: values in, values out."""
