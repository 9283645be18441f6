"""What a coach does with the team's own files: colleagues, principles, directories, research."""
