"""The screen: what a coach looks at and types in, all day. Built with Textual.

`panels` and `forms` say what is shown and asked, without Textual; `widgets` draw it; `screens` join
them with the keys of `keys` and the store of `session`. Rules, YAML and Git are below it.
"""
