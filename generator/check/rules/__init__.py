"""The rules, by the part of the page they look at; ``generator.check.layout`` lists them all."""
