"""Days, times and hours: how they are typed and how they are said."""
