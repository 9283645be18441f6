"""Parts of the tabs *Network*, *Analysis*, *Safety* and *File*, a module for each."""
