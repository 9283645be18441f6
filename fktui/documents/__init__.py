"""What goes on paper: facts and template text in, Markdown, HTML or PDF out."""
