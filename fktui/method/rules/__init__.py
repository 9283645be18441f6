"""What may be wrong or missing in a case, rule by rule; `method.checks` lists them."""
