"""Rules by which a study of another program becomes part of one here: values in, values out."""
