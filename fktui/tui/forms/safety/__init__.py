"""Forms about safety: the plan and its lines, the scaling question, the reporting code."""
