class ReaderMiddleware:
    """Sets the signed-in reader's time zone for the request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
