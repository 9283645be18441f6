"""What is asked of a coach: forms as plain data, with the verb that each of them saves through.

No widgets here: `screens.form` draws them. A form knows which fields there are, how each is read,
what its value means in words, and which usecase it ends in.
"""
