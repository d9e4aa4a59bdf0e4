"""The Publish place: what opens or closes the export, page details, formats, and the page itself."""
