"""Facts + template + bank → report: what goes where, which phrase, which words and stops. Pure; a seed and a date are arguments."""
