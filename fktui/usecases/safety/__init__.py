"""Safety: plans, how safe people say it is, and the reporting code."""
