"""Commands about instruments and studies."""
